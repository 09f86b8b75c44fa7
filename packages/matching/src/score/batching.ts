// The model is called in batches, between which a job can stop.

/** Rows per call of the model: large enough to be quick, small enough to stop soon. */
const BATCH_ROWS = 16_384;

export interface Batching {
  /** Throws when the job was cancelled; called before each batch. */
  checkpoint(processed: number, total: number): void;
}

/** Runs `run` over `[from, to)` of all rows, one batch after the other. */
export async function inBatches(
  rows: number,
  batching: Batching,
  run: (from: number, to: number) => Promise<void>,
): Promise<void> {
  for (let from = 0; from < rows; from += BATCH_ROWS) {
    batching.checkpoint(from, rows);
    await run(from, Math.min(rows, from + BATCH_ROWS));
  }
}
