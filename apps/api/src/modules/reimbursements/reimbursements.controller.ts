// POST and GET /reimbursements/settlements…, GET /reimbursements/redemptions and /reimbursements/summary.
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
import type { Redemptions, ReimbursementSummary, Settlement } from '../../generated/wire.ts';
import { type AuthenticatedRequest, idempotent, type Uuid } from '../../platform/http/index.ts';
import type { RedemptionsService } from './redemptions.service.ts';
import type { SettlementsService } from './settlements.service.ts';

@Route('reimbursements')
@Tags('Reimbursements')
export class ReimbursementsController {
  constructor(
    private readonly settlements: SettlementsService,
    private readonly redemptions: RedemptionsService,
  ) {}

  /** Splits every open payment over unpaid redemptions, in the background: to the cent, or not at all. */
  @Post('settlements')
  @Security('caller', ['reimbursements:settle'])
  @Extension('x-idempotent', true)
  @Middlewares(idempotent)
  @SuccessResponse(202, 'Accepted')
  async startSettlement(@Request() request: AuthenticatedRequest): Promise<Settlement> {
    return this.settlements.start(request.user);
  }

  /** One such run, as far as it is. */
  @Get('settlements/{settlement_id}')
  @Security('caller', ['reimbursements:read'])
  async getSettlement(
    @Request() request: AuthenticatedRequest,
    @Path() settlement_id: Uuid,
  ): Promise<Settlement> {
    return this.settlements.get(request.user, settlement_id);
  }

  /**
   * Rewards of completed jobs, less voided and written-off ones, and whether they were paid back.
   * @isInt page
   * @minimum page 1
   * @maximum page 1000000
   * @isInt limit
   * @minimum limit 1
   * @maximum limit 500
   * @pattern month ^(19|20)\d\d-(0[1-9]|1[0-2])$ must be a month such as 2026-03
   * @param state as of today, by the rule of the program on the day of the redemption
   */
  @Get('redemptions')
  @Security('caller', ['reimbursements:read'])
  async listRedemptions(
    @Request() request: AuthenticatedRequest,
    @Query() page = 1,
    @Query() limit = 100,
    @Query() state?: 'AWAITED' | 'REIMBURSED' | 'REIMBURSED_SHORT' | 'NOT_REIMBURSED' | 'OVERPAID',
    @Query() program?: 'alle' | 'aspire' | 'evolus' | 'xperience' | 'other',
    @Query() month?: string,
  ): Promise<Redemptions> {
    return this.redemptions.page(request.user, { page, limit, state, program, month });
  }

  /**
   * What each program owes and has paid, of redemptions of these months; by default of the last three.
   * @pattern from ^(19|20)\d\d-(0[1-9]|1[0-2])$ must be a month such as 2026-03
   * @pattern to ^(19|20)\d\d-(0[1-9]|1[0-2])$ must be a month such as 2026-03
   */
  @Get('summary')
  @Security('caller', ['reimbursements:read'])
  async getReimbursementSummary(
    @Request() request: AuthenticatedRequest,
    @Query() from?: string,
    @Query() to?: string,
  ): Promise<ReimbursementSummary> {
    return this.redemptions.summary(request.user, { from, to });
  }
}
