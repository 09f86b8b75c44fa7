// Four eyes: what gives up more than the organization's amount takes effect when a second person approves it.
import { dollarsOf, type ProposedWriteOffsWire, type ResultRowWire, type Verdict } from '@medspasync/schemas';
import type { WithinOrganization } from '../../../platform/database/index.ts';
import { Refusal } from '../../../platform/errors/index.ts';
import type { Caller } from '../../../platform/identity/index.ts';
import type { AuditTrail } from '../../audit/index.ts';
import type { ClosedMonths } from '../jobs/closed-months.ts';
import type { MovedRows } from '../later-files/moved-rows.ts';
import { FORMER_MEMBER, resultFor } from '../reading/result-wire.ts';
import type { ResultsService } from '../reading/results.service.ts';
import { isProposed, type ResultInFull } from '../results/result-in-full.ts';
import type { StoredRestWriteOff } from '../results/results.repository.ts';
import { foundRow, salesHeld, salesMoved } from '../sales/held-sales.ts';
import type { ReleasedSales } from '../sales/released-sales.ts';
import type { RunsThatCount } from '../sales/runs-that-count.ts';
import type { DecisionsRepository } from './decisions.repository.ts';
import type { RestWriteOffsRepository } from './rest-write-offs.repository.ts';
import { refuseAnother } from './rows-to-decide.ts';
import type { ProposedWriteOff, WriteOffsRepository } from './write-offs.repository.ts';

export interface WriteOffsServiceNeeds {
  writeOffs: WriteOffsRepository;
  decisions: Pick<DecisionsRepository, 'holdJob'>;
  results: ResultsService;
  releasedSales: Pick<ReleasedSales, 'follow'>;
  rests: Pick<RestWriteOffsRepository, 'approve'>;
  /** What payments that stand pay for this redemption; asked inside the open transaction. */
  paidCents(redemptionId: string): Promise<number>;
  runs: Pick<RunsThatCount, 'refuseLater'>;
  months: ClosedMonths;
  movedRows: Pick<MovedRows, 'closedSales'>;
  audit: AuditTrail;
  withinOrganization: WithinOrganization;
  onApproved(decision: Verdict): void;
}

const MAX_LISTED = 500;

export class WriteOffsService {
  constructor(private readonly needs: WriteOffsServiceNeeds) {}

  async listProposed(caller: Caller): Promise<ProposedWriteOffsWire> {
    const { audit, withinOrganization, writeOffs } = this.needs;
    return withinOrganization(caller.organizationId, async () => {
      const proposed = await writeOffs.listProposed(MAX_LISTED);
      const { cents, total } = await writeOffs.totals();
      audit.record(caller, { action: 'results.read', detail: { proposed_write_offs: proposed.length } });
      return { write_offs: proposed.map((one) => toWire(one, caller)), amount: dollarsOf(cents), total };
    });
  }

  /**
   * From now on the dollars are written off, or the pair stands.
   * @param decisionId the proposal that was seen; when another stands by now, that one waits on.
   * @throws Refusal `resource.not-found`, `decision.taken` for another proposal: the detail says whose; `write_off.own`,
   *   `write_off.not_pending` when there is none or somebody was first: the detail says who; `redemption.paid`, `decision.superseded` naming the later run, `period.closed` naming the month.
   */
  async approve(
    caller: Caller,
    jobId: string,
    resultId: string,
    decisionId: string | undefined,
  ): Promise<ResultRowWire> {
    const { audit, decisions, months, onApproved, releasedSales, results, runs, withinOrganization } =
      this.needs;
    const approved = await withinOrganization(caller.organizationId, async () => {
      await months.holdOpen([resultId]);
      // A run that ends now carries the proposal: approved here, it would wait for approval there.
      await decisions.holdJob(jobId);
      await runs.refuseLater(resultId);
      const row = await results.row(jobId, resultId);
      const rest = restMeant(row, decisionId);
      const proposal = rest ?? row.decision;
      refuseAnother(proposal, decisionId);
      if (row.isReversed)
        throw new Refusal('write_off.not_pending', { detail: 'The redemption was taken back since.' });
      await this.#refusePaid(row, rest);
      if (proposal?.needsApproval && proposal.decidedById === caller.userId)
        throw new Refusal('write_off.own');
      if (!rest) await this.#refuseClosedSales(row);
      if (!proposal || !(await this.#approve(proposal.id, rest !== null, caller.userId)))
        throw new Refusal('write_off.not_pending', { detail: whoWasFirst(proposal) });
      audit.record(caller, {
        action: 'write_off.approved',
        subject: { kind: 'result', id: resultId },
        detail: { job_id: jobId, proposed_by: proposal.decidedById },
      });
      await releasedSales.follow(jobId, [resultId]);
      const verdict = rest ? ('written_off' as const) : row.decision!.verdict;
      return { row: await results.row(jobId, resultId), verdict };
    });
    onApproved(approved.verdict);
    return resultFor(caller, approved.row);
  }

  #approve(id: string, isRest: boolean, approvedBy: string): Promise<boolean> {
    const { rests, writeOffs } = this.needs;
    return isRest ? rests.approve(id, approvedBy) : writeOffs.approve(id, approvedBy);
  }

  /** What waited may have held a sale until now. @throws Refusal `period.closed`. */
  async #refuseClosedSales(row: ResultInFull): Promise<void> {
    if (!row.decision || !isProposed(row.decision)) return;
    const { posTransactionIds: chosenIds, verdict } = row.decision;
    const [before, after] = [true, false].map((isStill) =>
      salesHeld(foundRow(row), { verdict, chosenIds, isProposed: isStill }),
    );
    const [refusal] = (await this.needs.movedRows.closedSales(salesMoved(before!, after!))).values();
    if (refusal) throw refusal;
  }

  /** What is paid is not given up, nor more than is left. @throws Refusal `redemption.paid`. */
  async #refusePaid({ decision, reward }: ResultInFull, rest: StoredRestWriteOff | null): Promise<void> {
    if (!reward || (!rest && decision?.verdict !== 'written_off')) return;
    const paid = await this.needs.paidCents(reward.id);
    if (rest && paid + rest.cents > reward.transaction.amountCents)
      throw new Refusal('redemption.paid', {
        detail: 'More of it was paid since: propose what is left anew.',
      });
    if (!rest && paid > 0) throw new Refusal('redemption.paid');
  }
}

/** The rest of the redemption, where that is named, or waits and the row's own decision does not. */
function restMeant(
  { decision, rest }: ResultInFull,
  decisionId: string | undefined,
): StoredRestWriteOff | null {
  if (!rest || decisionId === rest.id) return rest;
  return decisionId === undefined && !(decision && isProposed(decision)) ? rest : null;
}

function whoWasFirst(said: Pick<StoredRestWriteOff, 'approvedAt' | 'approvedBy'> | null): string {
  if (!said?.approvedAt) return 'Nobody has proposed to write this off above the amount one person may.';
  const at = new Date(said.approvedAt).toISOString();
  return `Approved by ${said.approvedBy ?? FORMER_MEMBER} at ${at}.`;
}

const toWire = (
  {
    cents,
    decisionId,
    happenedOn,
    isRest,
    jobId,
    proposedAt,
    proposedBy,
    proposedById,
    resultId,
    ...rest
  }: ProposedWriteOff,
  caller: Caller,
) => ({
  job_id: jobId,
  result_id: resultId,
  decision_id: decisionId,
  ...rest,
  is_rest: isRest,
  happened_on: happenedOn,
  amount: dollarsOf(cents),
  proposed_by: proposedBy ?? FORMER_MEMBER,
  proposed_at: proposedAt.toISOString(),
  is_own: proposedById === caller.userId,
});
