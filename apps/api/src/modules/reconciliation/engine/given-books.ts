// Both books of a run as they are given, batch by batch: into the engine's columns, and what its results tell of each row.
import { BookReader, type ReadBook, type ReadBooks } from '@medspasync/matching';
import type { UploadSide } from '@medspasync/schemas';
import type { StoredTransaction } from '../../uploads/index.ts';
import { StoredRows } from './stored-rows.ts';

/** The rewards come first: the POS is read over their ids. */
export class GivenBooks {
  readonly rows: Readonly<Record<UploadSide, StoredRows>> = {
    reward: new StoredRows(),
    pos: new StoredRows(),
  };
  readonly #rewards = new BookReader();
  #afterRewards: { rewards: ReadBook; pos: BookReader } | undefined;

  /** @throws for a reward after the first sale. */
  take(side: UploadSide, batch: readonly StoredTransaction[]): void {
    if (side === 'reward' && this.#afterRewards) throw new Error('the rewards are given before the POS');
    const reader = side === 'reward' ? this.#rewards : this.#withRewards().pos;
    for (const { id, transaction } of batch) {
      reader.add(transaction);
      this.rows[side].add(id, transaction);
    }
  }

  /** What was given. Ends the taking. */
  read(): ReadBooks {
    const { pos, rewards } = this.#withRewards();
    return { rewards, pos: pos.finish() };
  }

  #withRewards(): { rewards: ReadBook; pos: BookReader } {
    if (!this.#afterRewards) {
      const rewards = this.#rewards.finish();
      this.#afterRewards = { rewards, pos: new BookReader(undefined, rewards.columns) };
    }
    return this.#afterRewards;
  }
}
