// GET /reconcile/write-offs, POST …/results/{result_id}/decision/approval.
import {
  Extension,
  Get,
  Middlewares,
  Path,
  Post,
  Query,
  Request,
  Route,
  Security,
  SuccessResponse,
  Tags,
} from '@tsoa/runtime';
import type { ProposedWriteOffs, ResultRow } from '../../generated/wire.ts';
import { type AuthenticatedRequest, idempotent, type Uuid } from '../../platform/http/index.ts';
import type { WriteOffsService } from './decisions/write-offs.service.ts';

@Route('reconcile')
@Tags('Reconciliation')
export class WriteOffsController {
  constructor(private readonly writeOffs: WriteOffsService) {}

  /** Write-offs of all jobs that wait for a second person. */
  @Get('write-offs')
  @Security('caller', ['reconciliation:read'])
  async listProposedWriteOffs(@Request() request: AuthenticatedRequest): Promise<ProposedWriteOffs> {
    return this.writeOffs.listProposed(request.user);
  }

  /**
   * Approves what somebody else has proposed: only then are the dollars written off, or the pair stands. To refuse it, take
   * the decision back. Say the `decision_id` you have seen: when another proposal stands by now, that one waits on, and the
   * answer is 409. Of several at once, one is first; the others get 409 and learn who it was.
   */
  @Post('jobs/{job_id}/results/{result_id}/decision/approval')
  @Security('session', ['write-offs:approve'])
  @Extension('x-idempotent', true)
  @Middlewares(idempotent)
  @SuccessResponse(200)
  async approveWriteOff(
    @Request() request: AuthenticatedRequest,
    @Path() job_id: Uuid,
    @Path() result_id: Uuid,
    @Query() decision_id?: Uuid,
  ): Promise<ResultRow> {
    return this.writeOffs.approve(request.user, job_id, result_id, decision_id);
  }
}
