// What a job's results come to. Counting a hundred thousand rows takes longer than showing a page of them, so what was counted
// is kept for as long as it holds.
import { currentEntityManager, currentOrganizationId } from '../../../platform/database/index.ts';
import type { StoredJob } from '../jobs/job.ts';
import { TOTALS } from '../results/results-sql.ts';

/** Counts and cents of a job's rewards by their outcome: what was decided, else what the run found. */
export interface ResultTotals {
  /** Of either side. */
  rows: number;
  matches: number;
  reviews: number;
  noMatches: number;
  errors: number;
  /** Before any decision. */
  matchesFound: number;
  reviewsFound: number;
  noMatchesFound: number;
  unclaimedPos: number;
  writtenOff: number;
  writtenOffCents: number;
  writtenOffRewardCents: number;
  /** Of rows whose write-off waits for its second person. */
  proposed: number;
  proposedCents: number;
  rewardCents: number;
  matchedCents: number;
  reviewCents: number;
  unmatchedCents: number;
}

type CountedJob = Pick<StoredJob, 'id' | 'status' | 'completedAt' | 'undoneAt' | 'matchesFound'>;

/** Jobs whose totals are kept at hand. */
const MAX_KEPT = 500;

// Decisions are undone and put back: a sum of hashes says which stand, and which were approved, in whatever order they are read.
const DECIDED = `
  SELECT sum(hashtextextended(concat_ws(' ', id, undone_at, approved_at), 0))::text AS standing
  FROM decisions WHERE organization_id = $1 AND job_id = $2`;

// So do links.
const REVERSED = `
  SELECT sum(hashtextextended(concat_ws(' ', reversal_id, redemption_id), 0))::text AS links
  FROM reversals WHERE organization_id = $1 AND takes_back`;

const RESTS = `
  SELECT sum(hashtextextended(concat_ws(' ', id, approved_at), 0))::text AS standing
  FROM rest_write_offs WHERE organization_id = $1 AND undone_at IS NULL`;

export class ResultTotalsRepository {
  /** By organization and job. */
  readonly #kept = new Map<string, { revision: string; totals: ResultTotals }>();

  /** As of now, inside the open transaction. */
  async of(job: CountedJob): Promise<ResultTotals> {
    const about = [currentOrganizationId(), job.id];
    const name = about.join();
    // Asked before the rows are counted: what is decided in between is counted under a revision nobody asks for again.
    const revision = await this.#revisionOf(job, about);
    const kept = this.#kept.get(name);
    if (kept?.revision === revision) return kept.totals;
    const [totals] = await currentEntityManager().query<ResultTotals[]>(TOTALS, about);
    this.#keep(name, revision, totals!);
    return totals!;
  }

  async #revisionOf(job: CountedJob, about: string[]): Promise<string> {
    const { completedAt, matchesFound, status, undoneAt } = job;
    const decided = await currentEntityManager().query<unknown[]>(DECIDED, about);
    const reversed = await currentEntityManager().query<unknown[]>(REVERSED, [currentOrganizationId()]);
    const rests = await currentEntityManager().query<unknown[]>(RESTS, [currentOrganizationId()]);
    return JSON.stringify([status, completedAt, undoneAt, matchesFound, decided, reversed, rests]);
  }

  #keep(name: string, revision: string, totals: ResultTotals): void {
    this.#kept.delete(name);
    const [oldest] = this.#kept.keys();
    if (this.#kept.size >= MAX_KEPT && oldest !== undefined) this.#kept.delete(oldest);
    this.#kept.set(name, { revision, totals });
  }
}
