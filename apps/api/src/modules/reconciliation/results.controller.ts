// GET /reconcile/jobs/{job_id}/results, POST …/results/search, POST and DELETE …/results/{result_id}/decision.
import { DecideRequestWire, SearchResultsRequestWire } from '@medspasync/schemas';
import {
  Body,
  Delete,
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
import type { DecideRequest, JobResults, ResultRow, SearchResultsRequest } from '../../generated/wire.ts';
import { type AuthenticatedRequest, body, idempotent, type Uuid } from '../../platform/http/index.ts';
import type { DecisionsService } from './decisions/decisions.service.ts';
import type { ResultsService } from './reading/results.service.ts';

@Route('reconcile/jobs/{job_id}/results')
@Tags('Reconciliation')
export class ResultsController {
  constructor(
    private readonly results: ResultsService,
    private readonly decisions: DecisionsService,
  ) {}

  /**
   * One row per reward in the order of the file, then one per POS transaction that nothing claimed. Empty until the
   * job has completed.
   * @isInt page
   * @minimum page 1
   * @maximum page 1000000
   * @isInt limit
   * @minimum limit 1
   * @maximum limit 1000
   * @param result what the run found; decisions do not move rows
   * @param state what is open about it today, by the rules of its program
   * @param code rows with this among their reason codes
   * @param side `reward`: rows of rewards; `pos`: POS transactions nothing claimed
   */
  @Get()
  @Security('caller', ['reconciliation:outline'])
  async listResults(
    @Request() request: AuthenticatedRequest,
    @Path() job_id: Uuid,
    @Query() page = 1,
    @Query() limit = 100,
    @Query() result?: 'match' | 'review_required' | 'no_match' | 'error',
    @Query() side?: 'reward' | 'pos',
    @Query() state?: 'EXPECTED' | 'MISSING' | 'MISMATCHED',
    @Query() code?:
      | 'POS_NOT_REDEEMED'
      | 'REDEEMED_NOT_IN_POS'
      | 'AMOUNT_DIFF'
      | 'NAME_MISMATCH'
      | 'HOUSEHOLD'
      | 'DATE_LAG'
      | 'DUPLICATE_REDEMPTION'
      | 'PARTIAL'
      | 'MULTI_CERT'
      | 'PARKED_BALANCE'
      | 'EXPIRED'
      | 'INELIGIBLE_PRODUCT'
      | 'REFUND_AFTER_REDEMPTION'
      | 'REIMBURSED_SHORT'
      | 'NOT_REIMBURSED'
      | 'WRONG_LOCATION'
      | 'WRONG_PROGRAM'
      | 'AMBIGUOUS',
  ): Promise<JobResults> {
    return this.results.page(request.user, job_id, { page, limit, result, side, state, code });
  }

  /** The rows in which either side says `q`. A POST, because what one searches for must not stand in a URL. */
  @Post('search')
  @Security('caller', ['reconciliation:read'])
  @Middlewares(body(SearchResultsRequestWire))
  @SuccessResponse(200)
  async searchResults(
    @Request() request: AuthenticatedRequest,
    @Path() job_id: Uuid,
    @Body() search: SearchResultsRequest,
  ): Promise<JobResults> {
    const { q: text, ...page } = search;
    return this.results.page(request.user, job_id, { ...page, text });
  }

  /**
   * Approves or rejects a pair, pairs the reward with another POS transaction, or writes the money off. Of several at
   * once, one is first; the others get 409 and learn who it was.
   */
  @Post('{result_id}/decision')
  @Security('caller', ['reconciliation:decide'])
  @Extension('x-idempotent', true)
  @Middlewares(body(DecideRequestWire), idempotent)
  @SuccessResponse(200)
  async decide(
    @Request() request: AuthenticatedRequest,
    @Path() job_id: Uuid,
    @Path() result_id: Uuid,
    @Body() decision: DecideRequest,
  ): Promise<ResultRow> {
    return this.decisions.decide(request.user, job_id, result_id, decision);
  }

  /** Takes the standing decision back; it stays on record. Named, only that one: 409 where another stands by now. */
  @Delete('{result_id}/decision')
  @Security('caller', ['reconciliation:decide'])
  async undoDecision(
    @Request() request: AuthenticatedRequest,
    @Path() job_id: Uuid,
    @Path() result_id: Uuid,
    @Query() decision_id?: Uuid,
  ): Promise<ResultRow> {
    return this.decisions.undo(request.user, job_id, result_id, decision_id);
  }
}
