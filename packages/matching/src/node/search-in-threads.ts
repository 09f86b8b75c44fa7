// Blocking and comparing in several threads, each with a range of the rewards. However many there are, the answer is the one
// a single thread would give.
import { availableParallelism } from 'node:os';
import { mergeCompared } from '../compare/merge-compared.ts';
import type { Compared, Records } from '../domain.ts';
import {
  type Blocked,
  type Checkpoint,
  type OpenSearch,
  type PairSearch,
  type SearchModel,
  searchHere,
} from '../pair-search.ts';
import { rewardsToPos } from '../plans/rewards-to-pos.ts';
import { together } from './make-together.ts';
import type { SearchTask } from './search-messages.ts';
import { SearchPart } from './search-part.ts';
import { movedToShared } from './shared-columns.ts';

/** Every thread makes an index of the names in reach of its rewards, and measures anew what others measure: more of them gain little. */
const MOST_WORKERS = 4;

/** Distinct rows of both books from which threads gain more than starting them costs. */
const FEWEST_ROWS = 50_000;

/**
 * How many threads a job gets that asked for none: as many as the machine runs at once, at most four; 1 (the caller's own) below
 * the size from which they were measured to gain.
 */
export const workersFor = ({ rewards, pos }: Records): number =>
  rewards.count + pos.count < FEWEST_ROWS ? 1 : Math.min(availableParallelism(), MOST_WORKERS);

/**
 * For `openSearch` of `reconcile`: the search in `workers` threads (default: by the size of the job). With one, and for a plan other
 * than `rewardsToPos`, whose functions no thread can be given, it stays in the caller's thread.
 */
export const searchInThreads =
  ({ workers }: { workers?: number } = {}): OpenSearch =>
  (records, plan, model) => {
    const threads = Math.min(workers ?? workersFor(records), records.rewards.count);
    if (threads <= 1 || plan !== rewardsToPos) return searchHere(records, plan, model);
    return new ThreadedSearch(records, model, threads);
  };

class ThreadedSearch implements PairSearch {
  readonly records: Records;
  private readonly stopping = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  private readonly parts: readonly SearchPart[];

  constructor(records: Records, { manifest, evaluator, trees }: SearchModel, threads: number) {
    const model = { baseLogOdds: manifest.baseLogOdds, trees: evaluator && trees };
    // Threads load their code and read the model while this one still makes what they share.
    this.parts = Array.from({ length: threads }, () => new SearchPart(model));
    this.records = movedToShared(records);
  }

  async block(checkpoint: Checkpoint): Promise<Blocked> {
    const tasks = this.tasks();
    const whole = { count: 0, proposed: 0, passedOverRewards: 0 };
    for (const blocked of await this.all(checkpoint, (part, own, p) => part.block(tasks[p]!, own))) {
      whole.count += blocked.count;
      whole.proposed += blocked.proposed;
      whole.passedOverRewards += blocked.passedOverRewards;
    }
    return whole;
  }

  async compare(checkpoint: Checkpoint): Promise<Compared> {
    return mergeCompared(await this.all(checkpoint, (part, own) => part.compare(own)));
  }

  async close(): Promise<void> {
    Atomics.store(this.stopping, 0, 1);
    await Promise.all(this.parts.map((part) => part.close()));
  }

  /** Ranges of as many rewards each: rewards stand in order of day, and days differ little. */
  private tasks(): SearchTask[] {
    const { records, stopping, parts } = this;
    const beginOf = (part: number): number => Math.round((part * records.rewards.count) / parts.length);
    return together(parts.length).map((own, part) => ({
      records,
      range: { from: beginOf(part), to: beginOf(part + 1) },
      together: own,
      stopping,
    }));
  }

  /** All threads at once; progress is the mean of theirs, as their ranges are as large. */
  private all<T>(
    checkpoint: Checkpoint,
    run: (part: SearchPart, checkpoint: Checkpoint, place: number) => Promise<T>,
  ): Promise<T[]> {
    const shares = this.parts.map(() => 0);
    const runs = this.parts.map((part, p) =>
      run(
        part,
        (processed, total) => {
          shares[p] = processed / total;
          checkpoint(
            shares.reduce((sum, share) => sum + share, 0),
            shares.length,
          );
        },
        p,
      ),
    );
    return Promise.all(runs);
  }
}
