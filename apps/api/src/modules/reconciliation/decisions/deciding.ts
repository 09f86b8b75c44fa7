// Decisions about rows of one job, as many at once as do not change what the others are told by: each thing is asked and written
// once for all of them. One alone is a group of one.
import type { DecideRequestWire, Verdict } from '@medspasync/schemas';
import { afterCommit } from '../../../platform/database/index.ts';
import { Refusal } from '../../../platform/errors/index.ts';
import type { Caller } from '../../../platform/identity/index.ts';
import type { AliasesService } from '../../aliases/index.ts';
import type { AuditTrail } from '../../audit/index.ts';
import type { StoredTransaction } from '../../uploads/index.ts';
import type { ClosedMonths } from '../jobs/closed-months.ts';
import type { MovedRows } from '../later-files/moved-rows.ts';
import { isProposed, type ResultInFull } from '../results/result-in-full.ts';
import type { RowAndSales } from '../sales/claims.repository.ts';
import { foundRow, moveOrRefuse, salesHeld, salesMoved } from '../sales/held-sales.ts';
import type { ReleasedSales } from '../sales/released-sales.ts';
import type { RunsThatCount } from '../sales/runs-that-count.ts';
import type { SalesLeft } from '../sales/sales-left.ts';
import { chosenSales, posResultIdsOf, refuseOddPair } from './another-pair.ts';
import type { DecisionsRepository, NewDecision } from './decisions.repository.ts';
import type { NewRestWriteOff, RestWriteOffsRepository } from './rest-write-offs.repository.ts';
import { decisionTaken, type Outcome, type RowsToDecide, refusalsAmong, throwAny } from './rows-to-decide.ts';

export interface DecidingNeeds {
  rowsToDecide: RowsToDecide;
  decisions: Pick<DecisionsRepository, 'addAll'>;
  runs: Pick<RunsThatCount, 'salesLeft'>;
  releasedSales: Pick<ReleasedSales, 'follow'>;
  aliases: Pick<AliasesService, 'remember'>;
  rests: Pick<RestWriteOffsRepository, 'addAll'>;
  /** What payments that stand pay for this redemption; asked inside the open transaction. */
  paidCents(redemptionId: string): Promise<number>;
  months: Pick<ClosedMonths, 'refusalsOfTransactions'>;
  movedRows: Pick<MovedRows, 'closedSales'>;
  /** Cents above which giving them up takes a second person; asked inside the open transaction. */
  writeOffApprovalCents(): Promise<number>;
  audit: AuditTrail;
  onDecided(verdict: Verdict): void;
}

const TAKEN_BACK = 'The redemption was taken back. Say first that it stands.';

export interface WantedDecision {
  resultId: string;
  request: DecideRequestWire;
}

/** What stands in the way of what is wanted. */
interface Obstacles {
  left: SalesLeft;
  /** By result whose reward is to be written off and is paid, what is left of it. */
  rests: ReadonlyMap<string, number>;
  /** By transaction. */
  closedSales: ReadonlyMap<string, Refusal>;
  /** By sale that has a row in a closed month. */
  closedRows: ReadonlyMap<string, Refusal>;
}

/** What a decision comes to. */
interface Meant {
  /** Above the organization's amount this takes a second person. */
  givenUpCents: number;
  /** Of another pair than the one found. */
  chosen: readonly StoredTransaction[];
  /** Only what is left of a redemption that was paid in part: its pair is decided about apart. */
  isRest?: boolean;
}

export class Deciding {
  constructor(private readonly needs: DecidingNeeds) {}

  /**
   * Inside the open transaction. Another pair, and what is to be remembered, is a group of its own. What a row is refused for
   * is its outcome. @throws Refusal `resource.not-found` for the job; what `AliasesService.remember` throws.
   */
  async decide(caller: Caller, jobId: string, wanted: readonly WantedDecision[]): Promise<Outcome[]> {
    const { decisions, rowsToDecide, writeOffApprovalCents } = this.needs;
    const ids = wanted.map(({ resultId }) => resultId);
    const known = await rowsToDecide.of(jobId, [
      ...ids,
      ...wanted.flatMap(({ request }) => posResultIdsOf(request)),
    ]);
    const obstacles = await this.#obstaclesOf(jobId, wanted, known.rows);
    const approvalCents = await writeOffApprovalCents();
    const meant = new Map<string, Meant>();
    const refusals = refusalsAmong(wanted, ({ request, resultId }) => {
      const row = known.open(resultId, posResultIdsOf(request));
      const restCents = obstacles.rests.get(resultId);
      if (restCents !== undefined) {
        refuseRest(row, restCents);
        meant.set(resultId, { givenUpCents: restCents, chosen: [], isRest: true });
        return;
      }
      if (row.decision) throw decisionTaken(row.decision);
      const meaning = meaningOf(row, request, known.rows, obstacles);
      const { chosen, givenUpCents } = meaning;
      const decision = {
        verdict: request.verdict,
        isProposed: givenUpCents > approvalCents,
        chosenIds: chosen.map(({ id }) => id),
      };
      const before = salesHeld(foundRow(row), null);
      const after = salesHeld(foundRow(row), decision);
      for (const id of salesMoved(before, after)) throwAny(obstacles.closedRows.get(id));
      moveOrRefuse(obstacles.left, resultId, before, after);
      meant.set(resultId, meaning);
    });
    const accepted = wanted.filter(({ resultId }) => !refusals.has(resultId));
    const news = accepted.map((one) => decisionOf(caller, one, meant.get(one.resultId)!, approvalCents));
    const isRest = ({ resultId }: { resultId: string }): boolean => meant.get(resultId)!.isRest === true;
    const added = await decisions.addAll(
      jobId,
      news.filter((one) => !isRest(one)),
    );
    const addedRests = await this.needs.rests.addAll(
      jobId,
      news.filter(isRest).map((one) => restOf(one, meant.get(one.resultId)!, known.rows.get(one.resultId)!)),
    );
    for (const decision of news)
      if (added.has(decision.resultId) || addedRests.has(decision.resultId))
        this.#record(caller, jobId, decision, meant.get(decision.resultId)!.givenUpCents);
      else refusals.set(decision.resultId, decisionTaken(null));
    await this.needs.releasedSales.follow(jobId, [...added]);
    const outcomes = await rowsToDecide.outcomes(jobId, ids, refusals);
    for (const [index, { request, resultId }] of wanted.entries())
      await this.#follow(caller, outcomes[index]!, request, addedRests.has(resultId));
    return outcomes;
  }

  async #obstaclesOf(
    jobId: string,
    wanted: readonly WantedDecision[],
    rows: ReadonlyMap<string, ResultInFull>,
  ): Promise<Obstacles> {
    const { months, movedRows, paidCents, runs } = this.needs;
    const moving: RowAndSales[] = [];
    const rests = new Map<string, number>();
    const chosen: string[] = [];
    for (const { request, resultId } of wanted) {
      const row = rows.get(resultId);
      if (!row) continue;
      if (request.verdict === 'written_off' && row.reward) {
        const paid = await paidCents(row.reward.id);
        if (paid > 0) rests.set(resultId, Math.max(0, row.reward.transaction.amountCents - paid));
      }
      if (row.decision) continue;
      const chosenIds = (chosenSales(row, request, rows) ?? []).map(({ id }) => id);
      moving.push({ resultId, saleIds: [...row.posTransactionIds, ...chosenIds] });
      chosen.push(...chosenIds);
    }
    return {
      left: await runs.salesLeft(jobId, moving),
      rests,
      closedSales: await months.refusalsOfTransactions(chosen),
      closedRows: await movedRows.closedSales(moving.flatMap(({ saleIds }) => saleIds)),
    };
  }

  #record(caller: Caller, jobId: string, decision: NewDecision, givenUpCents: number): void {
    const { needsApproval, reason, resultId, verdict } = decision;
    this.needs.audit.record(caller, {
      action: 'decision.made',
      subject: { kind: 'result', id: resultId },
      detail: {
        job_id: jobId,
        verdict,
        ...(reason === null ? {} : { reason }),
        ...(givenUpCents === 0 ? {} : { needs_approval: needsApproval }),
      },
    });
  }

  /** What else a decision is for. */
  async #follow(
    caller: Caller,
    row: Outcome,
    { remember, verdict }: DecideRequestWire,
    isRest: boolean,
  ): Promise<void> {
    if (row instanceof Refusal) return;
    const { aliases, onDecided } = this.needs;
    if (remember) await aliases.remember(caller, remember, { resultId: row.id, names: namesOf(row) });
    if (!isProposed(isRest ? row.rest! : row.decision!)) await afterCommit(async () => onDecided(verdict));
  }
}

const decisionOf = (
  caller: Caller,
  { request: { note, reason, verdict }, resultId }: WantedDecision,
  { chosen, givenUpCents }: Meant,
  approvalCents: number,
): NewDecision => ({
  resultId,
  verdict,
  note: note ?? null,
  reason: reason ?? null,
  posTransactionIds: chosen.map(({ id }) => id),
  decidedBy: caller.userId,
  needsApproval: givenUpCents > approvalCents,
  shortCents: verdict === 'written_off' ? 0 : givenUpCents,
});

const restOf = (
  { decidedBy, needsApproval, note, reason, resultId }: NewDecision,
  { givenUpCents }: Meant,
  { reward }: ResultInFull,
): NewRestWriteOff => ({
  resultId,
  redemptionId: reward!.id,
  cents: givenUpCents,
  reason: reason!,
  note: note!,
  decidedBy,
  needsApproval,
});

/** @throws Refusal where nothing is left of the redemption to give up, or that, or all of it, was given up before. */
function refuseRest({ decision, isReversed, rest }: ResultInFull, restCents: number): void {
  if (isReversed) throw new Refusal('decision.nothing_to_decide', { detail: TAKEN_BACK });
  if (restCents === 0) throw new Refusal('redemption.paid');
  const before = rest ?? (decision?.verdict === 'written_off' ? decision : null);
  if (before) throw decisionTaken(before);
}

/** What the decision comes to. @throws Refusal for one that may not be made of this row. */
function meaningOf(
  row: ResultInFull,
  request: DecideRequestWire,
  rows: ReadonlyMap<string, ResultInFull>,
  { closedSales, left }: Omit<Obstacles, 'rests'>,
): Meant {
  const { pos, reward } = row;
  const worthOf = (sales: readonly StoredTransaction[]): number =>
    left.worthOf(
      row.id,
      sales.map(({ id }) => id),
    );
  if (row.isReversed) throw new Refusal('decision.nothing_to_decide', { detail: TAKEN_BACK });
  switch (request.verdict) {
    case 'approved':
    case 'rejected':
      if (!reward || pos.length === 0) throw new Refusal('decision.nothing_to_decide');
      return {
        givenUpCents: request.verdict === 'approved' ? shortCents(reward, worthOf(pos)) : 0,
        chosen: [],
      };
    case 'written_off':
      if (row.result === 'error')
        throw new Refusal('decision.nothing_to_decide', { detail: 'The row could not be read.' });
      if (row.rest) throw decisionTaken(row.rest);
      return { givenUpCents: (reward ?? pos[0]!).transaction.amountCents, chosen: [] };
    case 're_paired': {
      const chosen = chosenSales(row, request, rows);
      if (!chosen) throw new Refusal('resource.not-found');
      const worthCents = worthOf(chosen);
      refuseOddPair(row, chosen, worthCents, request);
      for (const { id } of chosen) throwAny(closedSales.get(id));
      return { givenUpCents: shortCents(reward!, worthCents), chosen };
    }
  }
}

/** What a pair gives up: as much as its sales are worth less than the reward. */
const shortCents = ({ transaction }: StoredTransaction, worthCents: number): number =>
  Math.max(0, transaction.amountCents - worthCents);

/** The reward's name with each of the sales it was paired with, where both have one. */
function namesOf({ chosen, decision, pos, reward }: ResultInFull): (readonly [string, string])[] {
  const name = reward?.transaction.customerName;
  if (name === undefined) return [];
  return (decision?.verdict === 're_paired' ? chosen : pos).flatMap(({ transaction: { customerName } }) =>
    customerName === undefined ? [] : [[name, customerName] as const],
  );
}
