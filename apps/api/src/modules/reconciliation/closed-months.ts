// What the slice asks of months that are closed. Whoever asks holds them: nobody closes one before the transaction ends.

export interface ClosedMonths {
  /** @throws Refusal `period.closed` naming the month that one of these results lies in. */
  holdOpen(resultIds: readonly string[]): Promise<void>;
  /** The same, of sales that a decision gives to a reward of another month, or takes from it. */
  holdOpenTransactions(ids: readonly string[]): Promise<void>;
  /** The same, of all results of a job. */
  holdOpenJob(jobId: string): Promise<void>;
  /** @throws Refusal `period.closed` when the upload has rows of a closed month that were not there before. */
  holdOpenUpload(uploadId: string): Promise<void>;
}
