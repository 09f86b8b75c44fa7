// POST /reconcile/jobs/{job_id}/decisions.
import { DecideManyRequestWire } from '@medspasync/schemas';
import {
  Body,
  Extension,
  Middlewares,
  Path,
  Post,
  Request,
  Route,
  Security,
  SuccessResponse,
  Tags,
} from '@tsoa/runtime';
import type { DecideManyRequest, ManyDecided } from '../../generated/wire.ts';
import { type AuthenticatedRequest, body, idempotent, type Uuid } from '../../platform/http/index.ts';
import type { ManyDecisionsService } from './decisions/many-decisions.service.ts';

@Route('reconcile/jobs/{job_id}/decisions')
@Tags('Reconciliation')
export class ManyDecisionsController {
  constructor(private readonly decisions: ManyDecisionsService) {}

  /**
   * Decides many rows of a job, or takes decisions back, in the order given. A row that is refused (somebody was first,
   * its sale is taken, its month is closed) is reported with what it would have been answered alone, and the others stand.
   */
  @Post()
  @Security('caller', ['reconciliation:decide'])
  @Extension('x-idempotent', true)
  @Middlewares(body(DecideManyRequestWire), idempotent)
  @SuccessResponse(200)
  async decideMany(
    @Request() request: AuthenticatedRequest,
    @Path() job_id: Uuid,
    @Body() wanted: DecideManyRequest,
  ): Promise<ManyDecided> {
    return this.decisions.decide(request.user, job_id, wanted);
  }
}
