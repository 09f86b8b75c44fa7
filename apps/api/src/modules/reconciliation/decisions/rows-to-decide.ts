// Rows of one job that something is to be decided about, with all that may stand in the way: asked once for all of them, inside
// the open transaction, with the job held.
import { Refusal } from '../../../platform/errors/index.ts';
import type { ClosedMonths } from '../jobs/closed-months.ts';
import type { ResultsService } from '../reading/results.service.ts';
import type { ResultInFull } from '../results/result-in-full.ts';
import type { StoredDecision } from '../results/results.repository.ts';
import type { RunsThatCount } from '../sales/runs-that-count.ts';
import type { DecisionsRepository } from './decisions.repository.ts';

export interface RowsToDecideNeeds {
  decisions: Pick<DecisionsRepository, 'holdJob'>;
  months: Pick<ClosedMonths, 'refusals'>;
  results: Pick<ResultsService, 'rows'>;
  runs: Pick<RunsThatCount, 'refusalsOfLater'>;
}

/** The row as it is now, or why nothing of it was decided. */
export type Outcome = ResultInFull | Refusal;

export class RowsToDecide {
  constructor(private readonly needs: RowsToDecideNeeds) {}

  /** @throws Refusal `resource.not-found` for the job. */
  async of(jobId: string, resultIds: readonly string[]): Promise<KnownRows> {
    const { decisions, months, results, runs } = this.needs;
    const closed = await months.refusals(resultIds);
    await decisions.holdJob(jobId);
    const rows = await results.rows(jobId, resultIds);
    return new KnownRows(rows, closed, await runs.refusalsOfLater(resultIds));
  }

  /** What each of `resultIds` has come to, in their order; a row of a sale that a reward has again, too. */
  async outcomes(
    jobId: string,
    resultIds: readonly string[],
    refusals: ReadonlyMap<string, Refusal>,
  ): Promise<Outcome[]> {
    const rows = await this.needs.results.rows(
      jobId,
      resultIds.filter((id) => !refusals.has(id)),
      false,
    );
    return resultIds.map((id) => refusals.get(id) ?? rows.get(id)!);
  }
}

export class KnownRows {
  constructor(
    readonly rows: ReadonlyMap<string, ResultInFull>,
    private readonly closed: ReadonlyMap<string, Refusal>,
    private readonly superseded: ReadonlyMap<string, Refusal>,
  ) {}

  /**
   * @param others rows whose sales it would have.
   * @throws Refusal `period.closed` naming the month, `resource.not-found`, or `decision.superseded` naming the later run.
   */
  open(resultId: string, others: readonly string[] = []): ResultInFull {
    for (const id of [resultId, ...others]) throwAny(this.closed.get(id));
    const row = this.rows.get(resultId);
    if (!row) throw new Refusal('resource.not-found');
    throwAny(this.superseded.get(resultId));
    return row;
  }
}

export function throwAny(refusal: Refusal | undefined): void {
  if (refusal) throw refusal;
}

/** By result, why it is refused. @param judge throws a Refusal for one that is. */
export function refusalsAmong<T extends { resultId: string }>(
  wanted: readonly T[],
  judge: (one: T) => void,
): Map<string, Refusal> {
  const refusals = new Map<string, Refusal>();
  for (const one of wanted)
    try {
      judge(one);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refusals.set(one.resultId, error);
    }
  return refusals;
}

const VERBS: Readonly<Record<StoredDecision['verdict'], string>> = {
  approved: 'Approved',
  rejected: 'Rejected',
  re_paired: 'Paired anew',
  written_off: 'Written off',
};

/** A decision about the row, or that what is left of its redemption is given up, which has no verdict. */
type Said = Pick<StoredDecision, 'id' | 'decidedAt' | 'decidedBy'> & Partial<Pick<StoredDecision, 'verdict'>>;

/** @param seen the decision on somebody's screen. @throws Refusal `decision.taken` when another stands by now. */
export function refuseAnother(standing: Said | null, seen: string | undefined): void {
  if (standing && seen !== undefined && standing.id !== seen) throw decisionTaken(standing);
}

/** Somebody was first. @param decision null when the other one was undone in the same moment. */
export function decisionTaken(decision: Said | null): Refusal {
  if (!decision)
    return new Refusal('decision.taken', {
      detail: 'Someone else decided this in the same moment; look again.',
    });
  const at = new Date(decision.decidedAt).toISOString();
  const who = decision.decidedBy ?? 'a former member';
  return new Refusal('decision.taken', {
    detail: `${VERBS[decision.verdict ?? 'written_off']} by ${who} at ${at}.`,
  });
}
