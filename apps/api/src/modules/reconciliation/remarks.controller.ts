// POST and DELETE …/results/{result_id}/notes…, PUT …/results/{result_id}/assignee.
import { AssignRequestWire, WriteNoteRequestWire } from '@medspasync/schemas';
import {
  Body,
  Delete,
  Extension,
  Middlewares,
  Path,
  Post,
  Put,
  Request,
  Route,
  Security,
  SuccessResponse,
  Tags,
} from '@tsoa/runtime';
import type { AssignRequest, ResultRow, WriteNoteRequest } from '../../generated/wire.ts';
import { type AuthenticatedRequest, body, idempotent, type Uuid } from '../../platform/http/index.ts';
import type { RemarksService } from './remarks/remarks.service.ts';

@Route('reconcile/jobs/{job_id}/results/{result_id}')
@Tags('Reconciliation')
export class RemarksController {
  constructor(private readonly remarks: RemarksService) {}

  /** Notes something about a result, decided or not. */
  @Post('notes')
  @Security('caller', ['reconciliation:decide'])
  @Extension('x-idempotent', true)
  @Middlewares(body(WriteNoteRequestWire), idempotent)
  @SuccessResponse(200)
  async writeNote(
    @Request() request: AuthenticatedRequest,
    @Path() job_id: Uuid,
    @Path() result_id: Uuid,
    @Body() note: WriteNoteRequest,
  ): Promise<ResultRow> {
    return this.remarks.writeNote(request.user, job_id, result_id, note.text);
  }

  /** Takes a note back; it stays on record. */
  @Delete('notes/{note_id}')
  @Security('caller', ['reconciliation:decide'])
  async withdrawNote(
    @Request() request: AuthenticatedRequest,
    @Path() job_id: Uuid,
    @Path() result_id: Uuid,
    @Path() note_id: Uuid,
  ): Promise<ResultRow> {
    return this.remarks.withdrawNote(request.user, job_id, result_id, note_id);
  }

  /** Gives a result to a member, hands it on, or takes it back. */
  @Put('assignee')
  @Security('caller', ['reconciliation:decide'])
  @Middlewares(body(AssignRequestWire))
  async assignResult(
    @Request() request: AuthenticatedRequest,
    @Path() job_id: Uuid,
    @Path() result_id: Uuid,
    @Body() assignment: AssignRequest,
  ): Promise<ResultRow> {
    return this.remarks.assign(request.user, job_id, result_id, assignment);
  }
}
