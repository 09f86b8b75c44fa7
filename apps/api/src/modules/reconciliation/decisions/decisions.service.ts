// What people decide about results: whether a pair is one, another pair, or that the money is given up. One decision
// stands per result.
import type { DecideRequestWire, JobWire, ResultRowWire } from '@medspasync/schemas';
import type { WithinOrganization } from '../../../platform/database/index.ts';
import { Refusal } from '../../../platform/errors/index.ts';
import type { Caller } from '../../../platform/identity/index.ts';
import type { AliasesService } from '../../aliases/index.ts';
import type { AuditTrail } from '../../audit/index.ts';
import type { Announcements } from '../announcements/announcements.ts';
import type { ClosedMonths } from '../jobs/closed-months.ts';
import { jobToWire } from '../jobs/job.ts';
import type { JobsRepository } from '../jobs/jobs.repository.ts';
import type { CorrectedSales } from '../later-files/corrected-sales.ts';
import type { MovedRows } from '../later-files/moved-rows.ts';
import { resultFor } from '../reading/result-wire.ts';
import type { ResultInFull } from '../results/result-in-full.ts';
import type { ResultsRepository } from '../results/results.repository.ts';
import type { ReleasedSales } from '../sales/released-sales.ts';
import type { Deciding } from './deciding.ts';
import type { DecisionsRepository } from './decisions.repository.ts';
import type { RestWriteOffsRepository } from './rest-write-offs.repository.ts';
import type { Outcome } from './rows-to-decide.ts';
import type { Undoing } from './undoing.ts';

export interface DecisionsServiceNeeds {
  deciding: Deciding;
  undoing: Undoing;
  decisions: DecisionsRepository;
  rests: Pick<RestWriteOffsRepository, 'undoAll'>;
  jobs: JobsRepository;
  rows: ResultsRepository;
  releasedSales: Pick<ReleasedSales, 'followAll'>;
  correctedSales: Pick<CorrectedSales, 'putBack'>;
  movedRows: Pick<MovedRows, 'refuseClosedSalesOf'>;
  announcements: Pick<Announcements, 'opened'>;
  aliases: Pick<AliasesService, 'forget'>;
  /** Months that are closed. */
  months: ClosedMonths;
  audit: AuditTrail;
  withinOrganization: WithinOrganization;
}

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
    const { deciding, withinOrganization } = this.needs;
    const decided = await withinOrganization(caller.organizationId, async () =>
      rowOf(await deciding.decide(caller, jobId, [{ resultId, request }])),
    );
    return resultFor(caller, decided);
  }

  /**
   * What waits for approval is withdrawn by who proposed it, or refused by who could approve it.
   * @param decisionId the one meant; when another stands by now, that one stays.
   * @throws Refusal `resource.not-found`, `decision.none`, `decision.taken` for another one: the detail says whose;
   *   `decision.pos_taken` when its sale went to another,
   *   `decision.not_yours`, `decision.superseded` naming the later run, `period.closed` naming the month.
   */
  async undo(
    caller: Caller,
    jobId: string,
    resultId: string,
    decisionId: string | undefined,
  ): Promise<ResultRowWire> {
    const { undoing, withinOrganization } = this.needs;
    const undone = await withinOrganization(caller.organizationId, async () =>
      rowOf(await undoing.undo(caller, jobId, [{ resultId, decisionId }])),
    );
    return resultFor(caller, undone);
  }

  /**
   * Takes back every decision of a job, and what it matched by itself: all of it waits for a person again. What its files had
   * corrected under pairs of other runs is as it was.
   * @throws Refusal `resource.not-found`, `job.not_completed` when it has not, or was undone before, or `period.closed`
   *   when some of it, or the row of a sale that a reward of it has, lies in a closed month.
   */
  async undoRun(caller: Caller, jobId: string): Promise<JobWire> {
    const {
      aliases,
      announcements,
      audit,
      correctedSales,
      decisions,
      jobs,
      months,
      movedRows,
      releasedSales,
      rests,
      rows,
    } = this.needs;
    return this.needs.withinOrganization(caller.organizationId, async () => {
      await months.holdOpenJob(jobId);
      await decisions.holdJob(jobId);
      await movedRows.refuseClosedSalesOf(jobId);
      const isOurs = await jobs.undo(jobId);
      const job = await jobs.find(jobId);
      if (!job) throw new Refusal('resource.not-found');
      if (!isOurs)
        throw new Refusal('job.not_completed', {
          detail: job.undoneAt ? 'The run was undone before.' : `The job is ${job.status}.`,
        });
      const detail = {
        decisions:
          (await decisions.undoAll(jobId, caller.userId)) + (await rests.undoAll(jobId, caller.userId)),
        matches: await rows.takeMatchesBack(jobId),
      };
      await releasedSales.followAll(jobId);
      await correctedSales.putBack(jobId);
      await announcements.opened(jobId);
      await aliases.forget(caller, { jobId });
      audit.record(caller, { action: 'job.undone', subject: { kind: 'job', id: jobId }, detail });
      return jobToWire(job);
    });
  }
}

/** Of one alone. @throws what it was refused for. */
function rowOf([outcome]: readonly Outcome[]): ResultInFull {
  if (outcome instanceof Refusal) throw outcome;
  return outcome!;
}
