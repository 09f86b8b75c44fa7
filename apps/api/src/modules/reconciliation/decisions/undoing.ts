// Taking decisions about rows of one job back, as many at once as do not change what the others are told by.
import type { Verdict } from '@medspasync/schemas';
import { afterCommit } from '../../../platform/database/index.ts';
import { Refusal } from '../../../platform/errors/index.ts';
import type { Caller } from '../../../platform/identity/index.ts';
import type { AliasesService } from '../../aliases/index.ts';
import type { AuditTrail } from '../../audit/index.ts';
import type { Announcements } from '../announcements/announcements.ts';
import type { ClosedMonths } from '../jobs/closed-months.ts';
import type { MovedRows } from '../later-files/moved-rows.ts';
import { isProposed, type ResultInFull } from '../results/result-in-full.ts';
import type { StoredDecision, StoredRestWriteOff } from '../results/results.repository.ts';
import { foundRow, moveOrRefuse, salesHeld, salesMoved } from '../sales/held-sales.ts';
import type { ReleasedSales } from '../sales/released-sales.ts';
import type { RunsThatCount } from '../sales/runs-that-count.ts';
import type { DecisionsRepository } from './decisions.repository.ts';
import type { RestWriteOffsRepository } from './rest-write-offs.repository.ts';
import { type Outcome, type RowsToDecide, refusalsAmong, refuseAnother, throwAny } from './rows-to-decide.ts';

export interface UndoingNeeds {
  rowsToDecide: RowsToDecide;
  decisions: Pick<DecisionsRepository, 'undoThose'>;
  rests: Pick<RestWriteOffsRepository, 'undoThose'>;
  aliases: Pick<AliasesService, 'forget'>;
  releasedSales: Pick<ReleasedSales, 'follow'>;
  months: Pick<ClosedMonths, 'refusalsOfTransactions'>;
  movedRows: Pick<MovedRows, 'closedSales'>;
  runs: Pick<RunsThatCount, 'salesLeft'>;
  announcements: Pick<Announcements, 'opened'>;
  audit: AuditTrail;
  onUndone(): void;
}

export interface WantedUndo {
  resultId: string;
  /** The one meant; when another stands by now, that one stays. */
  decisionId?: string | undefined;
}

export class Undoing {
  constructor(private readonly needs: UndoingNeeds) {}

  /**
   * Inside the open transaction. Another pair is a group of its own. What a row is refused for is its outcome.
   * @throws Refusal `resource.not-found` for the job.
   */
  async undo(caller: Caller, jobId: string, wanted: readonly WantedUndo[]): Promise<Outcome[]> {
    const {
      aliases,
      announcements,
      audit,
      decisions,
      months,
      movedRows,
      onUndone,
      releasedSales,
      rests,
      rowsToDecide,
      runs,
    } = this.needs;
    const ids = wanted.map(({ resultId }) => resultId);
    const known = await rowsToDecide.of(jobId, ids);
    const rows = [...known.rows.values()];
    const moving = rows.map((row) => ({
      resultId: row.id,
      saleIds: [...row.posTransactionIds, ...chosenIdsOf(row)],
    }));
    const left = await runs.salesLeft(jobId, moving);
    const closedRows = await movedRows.closedSales(moving.flatMap(({ saleIds }) => saleIds));
    const closedSales = await months.refusalsOfTransactions(rows.flatMap(chosenIdsOf));
    const restIds = new Map<string, string>();
    const refusals = refusalsAmong(wanted, ({ decisionId, resultId }) => {
      const row = known.open(resultId);
      const rest = restMeant(row, decisionId);
      if (rest) {
        refuseNotTheirs(caller, rest, decisionId);
        restIds.set(resultId, rest.id);
        return;
      }
      for (const id of chosenIdsOf(row)) throwAny(closedSales.get(id));
      if (!row.decision) throw new Refusal('decision.none');
      refuseNotTheirs(caller, row.decision, decisionId);
      if (row.isReversed) return;
      const standing = { ...row.decision, isProposed: isProposed(row.decision), chosenIds: chosenIdsOf(row) };
      const before = salesHeld(foundRow(row), standing);
      const after = salesHeld(foundRow(row), null);
      for (const id of salesMoved(before, after)) throwAny(closedRows.get(id));
      moveOrRefuse(left, resultId, before, after);
    });
    const accepted = ids.filter((id) => !refusals.has(id));
    const undone = await decisions.undoThose(
      accepted.filter((id) => !restIds.has(id)),
      caller.userId,
    );
    const undoneRests = await rests.undoThose([...restIds.values()], caller.userId);
    await aliases.forget(caller, { resultIds: [...undone] });
    await releasedSales.follow(jobId, [...undone]);
    if (undone.size > 0) await announcements.opened(jobId, [...undone]);
    const verdictOf = (id: string): Verdict =>
      restIds.has(id) ? 'written_off' : known.rows.get(id)!.decision!.verdict;
    const isUndone = (id: string): boolean => undone.has(id) || undoneRests.has(restIds.get(id) ?? '');
    for (const id of accepted)
      if (isUndone(id))
        audit.record(caller, {
          action: 'decision.undone',
          subject: { kind: 'result', id },
          detail: { job_id: jobId, verdict: verdictOf(id) },
        });
      else refusals.set(id, new Refusal('decision.none'));
    await afterCommit(async () => {
      for (const id of accepted) if (isUndone(id)) onUndone();
    });
    return rowsToDecide.outcomes(jobId, ids, refusals);
  }
}

const chosenIdsOf = ({ decision }: ResultInFull): readonly string[] => decision?.posTransactionIds ?? [];

/** That the rest of the redemption is given up, where that is named, or was said last. */
function restMeant(
  { decision, rest }: ResultInFull,
  decisionId: string | undefined,
): StoredRestWriteOff | null {
  if (!rest || !decision || decisionId === rest.id) return rest;
  if (decisionId !== undefined) return null;
  return Date.parse(rest.decidedAt) >= Date.parse(decision.decidedAt) ? rest : null;
}

/** @throws Refusal `decision.taken` for another one, `decision.not_yours` for somebody else's proposal. */
function refuseNotTheirs(
  caller: Caller,
  said: StoredDecision | StoredRestWriteOff,
  decisionId: string | undefined,
): void {
  refuseAnother(said, decisionId);
  const mayTakeBack = said.decidedById === caller.userId || caller.permissions.has('write-offs:approve');
  if (isProposed(said) && !mayTakeBack) throw new Refusal('decision.not_yours');
}
