// POST and DELETE …/results/{result_id}/reversal.
import { SayOfReversalRequestWire } from '@medspasync/schemas';
import {
  Body,
  Delete,
  Extension,
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
import type { ResultRow, SayOfReversalRequest } from '../../generated/wire.ts';
import { type AuthenticatedRequest, body, idempotent, type Uuid } from '../../platform/http/index.ts';
import type { ReversalWordsService } from './decisions/reversal-words.service.ts';

@Route('reconcile/jobs/{job_id}/results/{result_id}/reversal')
@Tags('Reconciliation')
export class ReversalWordsController {
  constructor(private readonly words: ReversalWordsService) {}

  /**
   * Says that a redemption stands though a void takes it back, or which of several redemptions a void takes back. It holds in
   * every run, and when the void comes again. Of several at once, one is first; the others get 409 and learn who it was.
   */
  @Post()
  @Security('caller', ['reconciliation:decide'])
  @Extension('x-idempotent', true)
  @Middlewares(body(SayOfReversalRequestWire), idempotent)
  @SuccessResponse(200)
  async sayOfReversal(
    @Request() request: AuthenticatedRequest,
    @Path() job_id: Uuid,
    @Path() result_id: Uuid,
    @Body() said: SayOfReversalRequest,
  ): Promise<ResultRow> {
    return this.words.say(request.user, job_id, result_id, said);
  }

  /** Takes back what a person said of the void; it stays in the audit log. Named, only of that one: 409 where another is meant by now. */
  @Delete()
  @Security('caller', ['reconciliation:decide'])
  async undoSaidOfReversal(
    @Request() request: AuthenticatedRequest,
    @Path() job_id: Uuid,
    @Path() result_id: Uuid,
    @Query() reversal_id?: Uuid,
  ): Promise<ResultRow> {
    return this.words.undo(request.user, job_id, result_id, reversal_id);
  }
}
