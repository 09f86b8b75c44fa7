// Many decisions in one request. Each row stands or falls by itself: what is refused is reported beside what was decided.
import type { DecideManyRequestWire, ManyDecidedWire, RefusedRowWire } from '@medspasync/schemas';
import { asOneStep, type WithinOrganization } from '../../../platform/database/index.ts';
import { PROBLEMS, Refusal } from '../../../platform/errors/index.ts';
import type { Caller } from '../../../platform/identity/index.ts';
import type { ClosedMonths } from '../jobs/closed-months.ts';
import type { JobsRepository } from '../jobs/jobs.repository.ts';
import { resultFor } from '../reading/result-wire.ts';
import type { Deciding } from './deciding.ts';
import type { DecisionsRepository } from './decisions.repository.ts';
import type { Outcome } from './rows-to-decide.ts';
import type { Undoing } from './undoing.ts';

type OneOfMany = DecideManyRequestWire['decisions'][number];

export class ManyDecisionsService {
  constructor(
    private readonly deciding: Deciding,
    private readonly undoing: Undoing,
    private readonly decisions: DecisionsRepository,
    private readonly jobs: JobsRepository,
    private readonly months: Pick<ClosedMonths, 'hold'>,
    private readonly withinOrganization: WithinOrganization,
  ) {}

  /**
   * In the order of the request, so that a sale one row gives up is free for the next; in one transaction, so that a retry
   * under its Idempotency-Key finds all of it or nothing.
   * @throws Refusal `resource.not-found` for a job of nobody's here. What single rows are refused for is in the answer.
   */
  async decide(caller: Caller, jobId: string, request: DecideManyRequestWire): Promise<ManyDecidedWire> {
    return this.withinOrganization(caller.organizationId, async () => {
      if (!(await this.jobs.find(jobId))) throw new Refusal('resource.not-found');
      // Before the first step: what a step locks is free again when it is taken back.
      await this.months.hold();
      await this.decisions.holdJob(jobId);
      const outcomes: Outcome[] = [];
      for (const group of await this.#groupsOf(request.decisions))
        outcomes.push(...(await this.#together(caller, jobId, group)));
      const rows = request.decisions.map(({ result_id }, index) =>
        toldOf(caller, result_id, outcomes[index]!),
      );
      const refused = rows.filter(({ refusal }) => refusal !== null).length;
      return { decided: rows.length - refused, refused, rows };
    });
  }

  /** Neighbors of one kind. What gives a sale to another row, or takes it from one, changes what those after it are told. */
  async #groupsOf(entries: readonly OneOfMany[]): Promise<OneOfMany[][]> {
    const takenBack = entries.filter(({ decision }) => decision === null);
    const pairedAnew = await this.decisions.pairedAnew(takenBack.map(({ result_id }) => result_id));
    const isAlone = ({ decision, result_id }: OneOfMany): boolean =>
      decision === null
        ? pairedAnew.has(result_id)
        : decision.verdict === 're_paired' || decision.remember !== undefined;
    const groups: OneOfMany[][] = [];
    let last: OneOfMany | undefined;
    for (const entry of entries) {
      const goesOn = last && !isAlone(last) && !isAlone(entry) && isUndo(last) === isUndo(entry);
      if (goesOn) groups.at(-1)!.push(entry);
      else groups.push([entry]);
      last = entry;
    }
    return groups;
  }

  async #together(caller: Caller, jobId: string, group: readonly OneOfMany[]): Promise<Outcome[]> {
    try {
      return await asOneStep(() => this.#outcomes(caller, jobId, group));
    } catch (error) {
      // Of a group of one: what is to be remembered is refused after the decision was written.
      if (!(error instanceof Refusal) || group.length > 1) throw error;
      return [error];
    }
  }

  #outcomes(caller: Caller, jobId: string, group: readonly OneOfMany[]): Promise<Outcome[]> {
    const wanted = group.flatMap(({ decision, result_id: resultId }) =>
      decision === null ? [] : [{ resultId, request: decision }],
    );
    if (wanted.length > 0) return this.deciding.decide(caller, jobId, wanted);
    return this.undoing.undo(
      caller,
      jobId,
      group.map(({ decision_id, result_id }) => ({ resultId: result_id, decisionId: decision_id })),
    );
  }
}

const isUndo = ({ decision }: OneOfMany): boolean => decision === null;

const toldOf = (caller: Caller, result_id: string, outcome: Outcome): ManyDecidedWire['rows'][number] =>
  outcome instanceof Refusal
    ? { result_id, decision: null, refusal: refusalOf(outcome) }
    : { result_id, decision: resultFor(caller, outcome).decision, refusal: null };

const refusalOf = ({ code, detail, status }: Refusal): RefusedRowWire => ({
  status,
  code,
  title: PROBLEMS[code].title,
  detail,
});
