// Four eyes: what gives up more than the organization's amount takes effect when a second person approves it.
import { dollarsOf, type ProposedWriteOffsWire, type ResultRowWire, type Verdict } from '@medspasync/schemas';
import type { WithinOrganization } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/errors/index.ts';
import type { Caller } from '../../platform/identity/index.ts';
import type { AuditTrail } from '../audit/index.ts';
import type { ClosedMonths } from './closed-months.ts';
import type { DecisionsRepository } from './decisions.repository.ts';
import type { ReleasedSales } from './released-sales.ts';
import { FORMER_MEMBER, resultFor } from './result-wire.ts';
import type { ResultsService } from './results.service.ts';
import { refuseAnother } from './rows-to-decide.ts';
import type { RunsThatCount } from './runs-that-count.ts';
import type { ProposedWriteOff, WriteOffsRepository } from './write-offs.repository.ts';

export interface WriteOffsServiceNeeds {
  writeOffs: WriteOffsRepository;
  decisions: Pick<DecisionsRepository, 'holdJob'>;
  results: ResultsService;
  releasedSales: Pick<ReleasedSales, 'follow'>;
  /** Whether a payment stands for this redemption; asked inside the open transaction. */
  isPaid(redemptionId: string): Promise<boolean>;
  runs: Pick<RunsThatCount, 'refuseLater'>;
  months: ClosedMonths;
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
    const {
      audit,
      decisions,
      isPaid,
      months,
      onApproved,
      releasedSales,
      results,
      runs,
      withinOrganization,
      writeOffs,
    } = this.needs;
    const approved = await withinOrganization(caller.organizationId, async () => {
      await months.holdOpen([resultId]);
      // A run that ends now carries the proposal: approved here, it would wait for approval there.
      await decisions.holdJob(jobId);
      await runs.refuseLater(resultId);
      const { decision, isReversed, reward } = await results.row(jobId, resultId);
      refuseAnother(decision, decisionId);
      if (isReversed)
        throw new Refusal('write_off.not_pending', { detail: 'The redemption was taken back since.' });
      const givesItUp = decision?.verdict === 'written_off';
      if (reward && givesItUp && (await isPaid(reward.id))) throw new Refusal('redemption.paid');
      if (decision?.needsApproval && decision.decidedById === caller.userId)
        throw new Refusal('write_off.own');
      if (!decision || !(await writeOffs.approve(decision.id, caller.userId)))
        throw new Refusal('write_off.not_pending', { detail: await this.#whoWasFirst(jobId, resultId) });
      audit.record(caller, {
        action: 'write_off.approved',
        subject: { kind: 'result', id: resultId },
        detail: { job_id: jobId, proposed_by: decision.decidedById },
      });
      await releasedSales.follow(jobId, [resultId]);
      return results.row(jobId, resultId);
    });
    onApproved(approved.decision!.verdict);
    return resultFor(caller, approved);
  }

  async #whoWasFirst(jobId: string, resultId: string): Promise<string> {
    const { decision } = await this.needs.results.row(jobId, resultId);
    if (!decision?.approvedAt)
      return 'Nobody has proposed to write this off above the amount one person may.';
    const at = new Date(decision.approvedAt).toISOString();
    return `Approved by ${decision.approvedBy ?? FORMER_MEMBER} at ${at}.`;
  }
}

const toWire = (
  {
    cents,
    decisionId,
    happenedOn,
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
  happened_on: happenedOn,
  amount: dollarsOf(cents),
  proposed_by: proposedBy ?? FORMER_MEMBER,
  proposed_at: proposedAt.toISOString(),
  is_own: proposedById === caller.userId,
});
