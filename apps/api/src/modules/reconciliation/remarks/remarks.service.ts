// What people say about a result without deciding it: notes, and whose it is.
import type { AssignRequestWire, ResultRowWire } from '@medspasync/schemas';
import type { WithinOrganization } from '../../../platform/database/index.ts';
import { Refusal } from '../../../platform/errors/index.ts';
import type { Caller } from '../../../platform/identity/index.ts';
import type { AuditTrail } from '../../audit/index.ts';
import { resultFor } from '../reading/result-wire.ts';
import type { ResultsService } from '../reading/results.service.ts';
import type { RemarksRepository } from './remarks.repository.ts';

export class RemarksService {
  constructor(
    private readonly remarks: RemarksRepository,
    private readonly results: ResultsService,
    private readonly audit: AuditTrail,
    private readonly withinOrganization: WithinOrganization,
  ) {}

  /** @throws Refusal `resource.not-found`. */
  async writeNote(caller: Caller, jobId: string, resultId: string, text: string): Promise<ResultRowWire> {
    return this.#change(caller, jobId, resultId, async () => {
      const noteId = await this.remarks.addNote(resultId, text, caller.userId);
      return { action: 'note.written', detail: { job_id: jobId, note_id: noteId } };
    });
  }

  /** @throws Refusal `resource.not-found`. */
  async withdrawNote(
    caller: Caller,
    jobId: string,
    resultId: string,
    noteId: string,
  ): Promise<ResultRowWire> {
    return this.#change(caller, jobId, resultId, async () => {
      if (!(await this.remarks.withdrawNote(resultId, noteId, caller.userId)))
        throw new Refusal('resource.not-found');
      return { action: 'note.withdrawn', detail: { job_id: jobId, note_id: noteId } };
    });
  }

  /**
   * Of several who hand a result on at once, one is first.
   * @throws Refusal `resource.not-found`, also for somebody who is no member; `resource.conflict` when the result is no
   *   longer `instead_of`'s.
   */
  async assign(
    caller: Caller,
    jobId: string,
    resultId: string,
    { instead_of: before, user_id: userId }: AssignRequestWire,
  ): Promise<ResultRowWire> {
    return this.#change(caller, jobId, resultId, async () => {
      if (userId !== null && !(await this.remarks.isMember(userId)))
        throw new Refusal('resource.not-found', { errors: [{ field: 'user_id', message: 'is no member' }] });
      const isFree = before === null || (await this.remarks.endAssignment(resultId, before, caller.userId));
      const isDone =
        isFree && (userId === null || (await this.remarks.assign(resultId, userId, caller.userId)));
      if (!isDone)
        throw new Refusal('resource.conflict', {
          detail: 'The result is somebody else’s by now; look again.',
        });
      return { action: 'result.assigned', detail: { job_id: jobId, user_id: userId } };
    });
  }

  async #change(
    caller: Caller,
    jobId: string,
    resultId: string,
    change: () => Promise<{
      action: 'note.written' | 'note.withdrawn' | 'result.assigned';
      detail: Record<string, string | null>;
    }>,
  ): Promise<ResultRowWire> {
    const changed = await this.withinOrganization(caller.organizationId, async () => {
      await this.results.row(jobId, resultId);
      const event = await change();
      this.audit.record(caller, { ...event, subject: { kind: 'result', id: resultId } });
      return this.results.row(jobId, resultId);
    });
    return resultFor(caller, changed);
  }
}
