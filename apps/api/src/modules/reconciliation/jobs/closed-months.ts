// What the slice asks of months that are closed. Whoever asks holds them: nobody closes one before the transaction ends.

import type { LeftOutWire } from '@medspasync/schemas';
import type { Refusal } from '../../../platform/errors/index.ts';
import type { StoredJob } from './job.ts';

export type BooksOfJob = Pick<StoredJob, 'rewardUploadId' | 'posUploadId'>;

export interface ClosedMonths {
  /** For who holds the job, too: first the months, as everybody does. The other way round two of them, and who reopens a month, wait for each other. */
  hold(): Promise<void>;
  /** @throws Refusal `period.closed` naming the month that one of these results lies in. */
  holdOpen(resultIds: readonly string[]): Promise<void>;
  /** What `holdOpen` throws, by result; of those in open months nothing. */
  refusals(resultIds: readonly string[]): Promise<ReadonlyMap<string, Refusal>>;
  /** The same, of sales that a decision gives to a reward of another month, or takes from it: by transaction. */
  refusalsOfTransactions(ids: readonly string[]): Promise<ReadonlyMap<string, Refusal>>;
  /** The same, of all results of a job. */
  holdOpenJob(jobId: string): Promise<void>;
  /** @throws Refusal `period.closed` when the upload has rows of a closed month that were not there before. */
  holdOpenUpload(uploadId: string): Promise<void>;
  /** @throws Refusal `period.closed` naming the months when every reward of the job lies in a closed one. */
  refuseWithoutOpenRewards(job: BooksOfJob): Promise<void>;
  /**
   * Ids of what a run is not given, because closing settled it: rewards of closed months, and the sales they have. Other
   * sales of closed months may still turn out to be what a reward of an open one redeemed.
   */
  settled(job: BooksOfJob): Promise<ReadonlySet<string>>;
  /**
   * Takes back what a run has written about closed months: sales nothing claimed, and months closed while it ran.
   * @returns how many matches those were, and what of the files has no row in the job now.
   */
  removeResults(job: BooksOfJob & { id: string }): Promise<{ matches: number; leftOut: LeftOutWire[] }>;
}
