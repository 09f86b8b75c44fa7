// Many decisions in one request. Each row stands or falls by itself: what is refused is reported beside what was decided.
import type {
  DecideManyRequestWire,
  DecisionWire,
  ManyDecidedWire,
  RefusedRowWire,
} from '@medspasync/schemas';
import { asOneStep, type WithinOrganization } from '../../platform/database/index.ts';
import { PROBLEMS, Refusal } from '../../platform/errors/index.ts';
import type { Caller } from '../../platform/identity/index.ts';
import type { DecisionsRepository } from './decisions.repository.ts';
import type { DecisionsService } from './decisions.service.ts';
import type { JobsRepository } from './jobs.repository.ts';

type OneOfMany = DecideManyRequestWire['decisions'][number];

export class ManyDecisionsService {
  constructor(
    private readonly one: DecisionsService,
    private readonly decisions: DecisionsRepository,
    private readonly jobs: JobsRepository,
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
      await this.decisions.holdJob(jobId);
      const rows = [];
      for (const entry of request.decisions) rows.push(await this.#told(caller, jobId, entry));
      const refused = rows.filter(({ refusal }) => refusal !== null).length;
      return { decided: rows.length - refused, refused, rows };
    });
  }

  async #told(caller: Caller, jobId: string, entry: OneOfMany): Promise<ManyDecidedWire['rows'][number]> {
    const { result_id } = entry;
    try {
      const decision = await asOneStep(() => this.#decided(caller, jobId, entry));
      return { result_id, decision, refusal: null };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { result_id, decision: null, refusal: refusalOf(error) };
    }
  }

  async #decided(
    caller: Caller,
    jobId: string,
    { decision, decision_id, result_id }: OneOfMany,
  ): Promise<DecisionWire | null> {
    const row =
      decision === null
        ? await this.one.undo(caller, jobId, result_id, decision_id)
        : await this.one.decide(caller, jobId, result_id, decision);
    return row.decision;
  }
}

const refusalOf = ({ code, detail, status }: Refusal): RefusedRowWire => ({
  status,
  code,
  title: PROBLEMS[code].title,
  detail,
});
