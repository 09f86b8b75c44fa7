// What people decide about pairs the engine doubted, or was sure of. One decision stands per result.
import type { DecideRequestWire, ResultRowWire, Verdict } from '@medspasync/schemas';
import type { WithinOrganization } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/errors/index.ts';
import type { Caller } from '../../platform/identity/index.ts';
import type { AuditTrail } from '../audit/index.ts';
import type { DecisionsRepository } from './decisions.repository.ts';
import { type ResultInFull, type ResultsService, resultToWire } from './results.service.ts';

export class DecisionsService {
  constructor(
    private readonly decisions: DecisionsRepository,
    private readonly results: ResultsService,
    private readonly audit: AuditTrail,
    private readonly withinOrganization: WithinOrganization,
    private readonly onDecided: (decision: Verdict | 'undone') => void,
  ) {}

  /**
   * @throws Refusal `resource.not-found`, `decision.nothing_to_decide` for a row without a pair, `decision.taken` when
   *   someone was first: the detail says who.
   */
  async decide(
    caller: Caller,
    jobId: string,
    resultId: string,
    { note, verdict }: DecideRequestWire,
  ): Promise<ResultRowWire> {
    const decided = await this.withinOrganization(caller.organizationId, async () => {
      const before = await this.results.row(jobId, resultId);
      if (!before.reward || before.pos.length === 0) throw new Refusal('decision.nothing_to_decide');
      const decision = { jobId, resultId, verdict, note: note ?? null, decidedBy: caller.userId };
      const isOurs = await this.decisions.add(decision);
      const row = await this.results.row(jobId, resultId);
      if (!isOurs) throw new Refusal('decision.taken', { detail: wordsOf(row.decision) });
      this.audit.record(caller, {
        action: 'decision.made',
        subject: { kind: 'result', id: resultId },
        detail: { job_id: jobId, verdict },
      });
      return row;
    });
    this.onDecided(verdict);
    return resultToWire(decided);
  }

  /** @throws Refusal `resource.not-found`, or `decision.none`. */
  async undo(caller: Caller, jobId: string, resultId: string): Promise<ResultRowWire> {
    const undone = await this.withinOrganization(caller.organizationId, async () => {
      await this.results.row(jobId, resultId);
      if (!(await this.decisions.undo(resultId, caller.userId))) throw new Refusal('decision.none');
      this.audit.record(caller, {
        action: 'decision.undone',
        subject: { kind: 'result', id: resultId },
        detail: { job_id: jobId },
      });
      return this.results.row(jobId, resultId);
    });
    this.onDecided('undone');
    return resultToWire(undone);
  }
}

/** Null when the other decision was undone in the same moment. */
function wordsOf(decision: ResultInFull['decision']): string {
  if (!decision) return 'Someone else decided this in the same moment; look again.';
  const verb = decision.verdict === 'approved' ? 'Approved' : 'Rejected';
  const at = new Date(decision.decidedAt).toISOString();
  return `${verb} by ${decision.decidedBy ?? 'a former member'} at ${at}.`;
}
