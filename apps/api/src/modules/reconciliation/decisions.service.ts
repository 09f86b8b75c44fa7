// What people decide about results: whether a pair is one, another pair, or that the money is given up. One decision
// stands per result.
import {
  type DecideRequestWire,
  formatCents,
  type JobWire,
  type ResultRowWire,
  type Verdict,
} from '@medspasync/schemas';
import type { WithinOrganization } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/errors/index.ts';
import type { Caller } from '../../platform/identity/index.ts';
import type { AliasesService } from '../aliases/index.ts';
import type { AuditTrail } from '../audit/index.ts';
import type { StoredTransaction } from '../uploads/index.ts';
import type { ClosedMonths } from './closed-months.ts';
import type { DecisionsRepository } from './decisions.repository.ts';
import { jobToWire } from './job.ts';
import type { JobsRepository } from './jobs.repository.ts';
import { differenceOf, isProposed, type ResultInFull } from './result-in-full.ts';
import { resultToWire } from './result-wire.ts';
import type { ResultsRepository, StoredDecision } from './results.repository.ts';
import type { ResultsService } from './results.service.ts';
import type { RunsThatCount } from './runs-that-count.ts';

export interface DecisionsServiceNeeds {
  decisions: DecisionsRepository;
  jobs: JobsRepository;
  rows: ResultsRepository;
  results: ResultsService;
  runs: RunsThatCount;
  aliases: Pick<AliasesService, 'remember' | 'forget'>;
  /** Whether a payment stands for this redemption; asked inside the open transaction. */
  isPaid(redemptionId: string): Promise<boolean>;
  /** Months that are closed. */
  months: ClosedMonths;
  /** Cents above which giving them up takes a second person; asked inside the open transaction. */
  writeOffApprovalCents(): Promise<number>;
  audit: AuditTrail;
  withinOrganization: WithinOrganization;
  onDecided(decision: Verdict | 'undone'): void;
}

const VERBS: Readonly<Record<Verdict, string>> = {
  approved: 'Approved',
  rejected: 'Rejected',
  re_paired: 'Paired anew',
  written_off: 'Written off',
};

/** What a decision comes to. */
interface Meant {
  /** Above the organization's amount this takes a second person. */
  givenUpCents: number;
  /** Of another pair than the one found. */
  posTransactionIds: readonly string[];
}

const NOTHING: Meant = { givenUpCents: 0, posTransactionIds: [] };

export class DecisionsService {
  constructor(private readonly needs: DecisionsServiceNeeds) {}

  /**
   * @throws Refusal `resource.not-found`, `decision.nothing_to_decide` for a row without what it takes,
   *   `decision.pos_taken` when another reward has the POS transaction, `decision.sum_differs` for a split that does not
   *   add up, `decision.amounts_differ` for another pair of unequal amounts without a note, `decision.taken` when someone
   *   was first: the detail says who; `redemption.paid` for a write-off, `decision.superseded` naming the later run that has the row; `period.closed` naming
   *   the month; what `AliasesService.remember` throws when the names are to be remembered.
   */
  async decide(
    caller: Caller,
    jobId: string,
    resultId: string,
    request: DecideRequestWire,
  ): Promise<ResultRowWire> {
    const { aliases, audit, decisions, months, onDecided, results, runs, withinOrganization } = this.needs;
    const { note = null, reason = null, remember, verdict } = request;
    const decided = await withinOrganization(caller.organizationId, async () => {
      await months.holdOpen([resultId, ...posResultIdsOf(request)]);
      await decisions.holdJob(jobId);
      const before = await results.row(jobId, resultId);
      await runs.refuseLater(resultId);
      const { givenUpCents, posTransactionIds } = before.decision
        ? NOTHING
        : await this.#meant(jobId, before, request);
      await months.holdOpenTransactions(posTransactionIds);
      const decision = {
        jobId,
        resultId,
        verdict,
        note,
        reason,
        posTransactionIds,
        decidedBy: caller.userId,
        needsApproval: givenUpCents > (await this.needs.writeOffApprovalCents()),
        shortCents: verdict === 're_paired' ? givenUpCents : 0,
      };
      if (before.decision || !(await decisions.add(decision)))
        throw new Refusal('decision.taken', { detail: wordsOf(before.decision) });
      audit.record(caller, {
        action: 'decision.made',
        subject: { kind: 'result', id: resultId },
        detail: {
          job_id: jobId,
          verdict,
          ...(reason === null ? {} : { reason }),
          ...(givenUpCents === 0 ? {} : { needs_approval: decision.needsApproval }),
        },
      });
      const after = await results.row(jobId, resultId);
      if (remember) await aliases.remember(caller, remember, { resultId, names: namesOf(after) });
      return after;
    });
    if (!isProposed(decided.decision!)) onDecided(verdict);
    return resultToWire(decided);
  }

  /**
   * What waits for approval is withdrawn by who proposed it, or refused by who could approve it.
   * @param decisionId the one meant; when another stands by now, that one stays
   * @throws Refusal `resource.not-found`, `decision.none`, `decision.pos_taken` when its sale went to another,
   *   `decision.taken`, `decision.not_yours`, `decision.superseded` naming the later run, `period.closed` naming the month.
   */
  async undo(caller: Caller, jobId: string, resultId: string, decisionId?: string): Promise<ResultRowWire> {
    const { aliases, audit, decisions, months, onDecided, results, runs, withinOrganization } = this.needs;
    const undone = await withinOrganization(caller.organizationId, async () => {
      await months.holdOpen([resultId]);
      await decisions.holdJob(jobId);
      const before = await results.row(jobId, resultId);
      await runs.refuseLater(resultId);
      await months.holdOpenTransactions(before.decision?.posTransactionIds ?? []);
      if (before.decision && decisionId !== undefined && before.decision.id !== decisionId)
        throw new Refusal('decision.taken', { detail: wordsOf(before.decision) });
      if (before.decision && isProposed(before.decision) && !mayTakeBack(caller, before.decision))
        throw new Refusal('decision.not_yours');
      const claimsAgain =
        before.result === 'match' && before.decision && before.decision.verdict !== 'approved';
      if (claimsAgain) await this.#refuseTaken(jobId, before);
      if (!(await decisions.undo(resultId, caller.userId))) throw new Refusal('decision.none');
      await aliases.forget(caller, { resultId });
      audit.record(caller, {
        action: 'decision.undone',
        subject: { kind: 'result', id: resultId },
        detail: { job_id: jobId },
      });
      return results.row(jobId, resultId);
    });
    onDecided('undone');
    return resultToWire(undone);
  }

  /**
   * Takes back every decision of a job, and what it matched by itself: all of it waits for a person again.
   * @throws Refusal `resource.not-found`, `job.not_completed` when it has not, or was undone before, or `period.closed`
   *   when some of it lies in a closed month.
   */
  async undoRun(caller: Caller, jobId: string): Promise<JobWire> {
    const { aliases, audit, decisions, jobs, months, rows, withinOrganization } = this.needs;
    return withinOrganization(caller.organizationId, async () => {
      await months.holdOpenJob(jobId);
      await decisions.holdJob(jobId);
      const isOurs = await jobs.undo(jobId);
      const job = await jobs.find(jobId);
      if (!job) throw new Refusal('resource.not-found');
      if (!isOurs)
        throw new Refusal('job.not_completed', {
          detail: job.undoneAt ? 'The run was undone before.' : `The job is ${job.status}.`,
        });
      const detail = {
        decisions: await decisions.undoAll(jobId, caller.userId),
        matches: await rows.takeMatchesBack(jobId),
      };
      await aliases.forget(caller, { jobId });
      audit.record(caller, { action: 'job.undone', subject: { kind: 'job', id: jobId }, detail });
      return jobToWire(job);
    });
  }

  /** Whether this may be decided of the row, and what it comes to. */
  async #meant(jobId: string, row: ResultInFull, request: DecideRequestWire): Promise<Meant> {
    switch (request.verdict) {
      case 'approved':
      case 'rejected':
        if (!row.reward || row.pos.length === 0) throw new Refusal('decision.nothing_to_decide');
        if (request.verdict === 'approved') await this.#refuseTaken(jobId, row);
        return NOTHING;
      case 'written_off':
        if (row.result === 'error')
          throw new Refusal('decision.nothing_to_decide', { detail: 'The row could not be read.' });
        if (!row.reward) await this.#refuseTaken(jobId, row);
        else if (await this.needs.isPaid(row.reward.id)) throw new Refusal('redemption.paid');
        return { givenUpCents: (row.reward ?? row.pos[0]!).transaction.amountCents, posTransactionIds: [] };
      case 're_paired':
        return this.#anotherPair(jobId, row, request);
    }
  }

  /** The row is to have its own sales again. */
  async #refuseTaken(jobId: string, row: ResultInFull): Promise<void> {
    if (await this.needs.rows.isClaimedElsewhere(jobId, row.id)) throw new Refusal('decision.pos_taken');
    await this.needs.runs.refuseTaken(jobId, row, row.pos);
  }

  async #anotherPair(jobId: string, row: ResultInFull, request: DecideRequestWire): Promise<Meant> {
    const posResultIds = new Set(posResultIdsOf(request));
    const chosen = await this.#salesOf(jobId, row, posResultIds);
    if (!row.reward || chosen.length === 0 || posResultIds.has(row.id))
      throw new Refusal('decision.nothing_to_decide', {
        detail: row.reward ? 'Choose a row that has another POS transaction.' : 'The row has no reward.',
      });
    if (request.pos_result_ids) refuseOtherSum(row.reward, chosen);
    else if (request.note === undefined) refuseSilentDifference(row.reward, chosen);
    const ids = chosen.map(({ id }) => id);
    if (await this.needs.rows.isClaimed(jobId, row.id, ids)) throw new Refusal('decision.pos_taken');
    await this.needs.runs.refuseTaken(jobId, row, chosen);
    return { givenUpCents: Math.max(0, -differenceOf(row.reward, chosen)), posTransactionIds: ids };
  }

  /** The POS transactions of the named rows; of none, the row's runner-up. */
  async #salesOf(jobId: string, row: ResultInFull, posResultIds: ReadonlySet<string>) {
    if (posResultIds.size === 0) return row.runnerUp ? [row.runnerUp.pos] : [];
    const sales = [];
    for (const id of posResultIds) sales.push(...(await this.needs.results.row(jobId, id)).pos);
    return sales;
  }
}

/** A reward that is split over several sales is so to the cent; of a part of one invoice only a person knows. */
function refuseOtherSum(reward: StoredTransaction, sales: readonly StoredTransaction[]): void {
  const { amountCents } = reward.transaction;
  const cents = differenceOf(reward, sales);
  if (cents === 0) return;
  throw new Refusal('decision.sum_differs', {
    detail: `The sales add up to ${formatCents(amountCents + cents)}, the reward is ${formatCents(amountCents)}.`,
  });
}

/** Paired by hand, another amount is a leak, an over-claim or a part of an invoice: which of them has to be said. */
function refuseSilentDifference(reward: StoredTransaction, sales: readonly StoredTransaction[]): void {
  const cents = differenceOf(reward, sales);
  if (cents === 0) return;
  throw new Refusal('decision.amounts_differ', {
    detail: `The sale is ${formatCents(Math.abs(cents))} ${cents > 0 ? 'more' : 'less'} than the reward.`,
    errors: [{ field: 'note', message: 'say why the amounts differ' }],
  });
}

/** The reward's name with each of the sales it was paired with, where both have one. */
function namesOf({ chosen, decision, pos, reward }: ResultInFull): (readonly [string, string])[] {
  const name = reward?.transaction.customerName;
  if (name === undefined) return [];
  return (decision?.verdict === 're_paired' ? chosen : pos).flatMap(({ transaction: { customerName } }) =>
    customerName === undefined ? [] : [[name, customerName] as const],
  );
}

/** The rows whose POS transactions a reward is to have. */
const posResultIdsOf = ({ pos_result_id: one, pos_result_ids: several }: DecideRequestWire): string[] =>
  several ?? (one === undefined ? [] : [one]);

const mayTakeBack = (caller: Caller, { decidedById }: StoredDecision): boolean =>
  decidedById === caller.userId || caller.permissions.has('write-offs:approve');

/** Null when the other decision was undone in the same moment. */
function wordsOf(decision: ResultInFull['decision']): string {
  if (!decision) return 'Someone else decided this in the same moment; look again.';
  const at = new Date(decision.decidedAt).toISOString();
  return `${VERBS[decision.verdict]} by ${decision.decidedBy ?? 'a former member'} at ${at}.`;
}
