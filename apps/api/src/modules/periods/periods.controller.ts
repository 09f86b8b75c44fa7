// GET and POST /periods, GET /periods/preview, GET /periods/{period_id}, POST …/reopen.
import { ClosePeriodRequestWire, ReopenPeriodRequestWire } from '@medspasync/schemas';
import {
  Body,
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
import type {
  ClosePeriodRequest,
  Period,
  PeriodPreview,
  Periods,
  ReopenPeriodRequest,
} from '../../generated/wire.ts';
import { type AuthenticatedRequest, body, idempotent, type Uuid } from '../../platform/http/index.ts';
import type { PeriodsService } from './periods.service.ts';

@Route('periods')
@Tags('Periods')
export class PeriodsController {
  constructor(private readonly periods: PeriodsService) {}

  /**
   * Months that are closed, and closes that were taken back.
   * @pattern month ^(19|20)\d\d-(0[1-9]|1[0-2])$ must be a month such as 2026-03
   */
  @Get()
  @Security('caller', ['periods:read'])
  async listPeriods(@Request() request: AuthenticatedRequest, @Query() month?: string): Promise<Periods> {
    return this.periods.list(request.user, month ?? null);
  }

  /**
   * What closing a month would close: its figures, and what is still open in it.
   * @pattern month ^(19|20)\d\d-(0[1-9]|1[0-2])$ must be a month such as 2026-03
   * @param location_id without it, every location, and rows that name none
   * @param program without it, every program
   */
  @Get('preview')
  @Security('caller', ['periods:read'])
  async previewPeriod(
    @Request() request: AuthenticatedRequest,
    @Query() month: string,
    @Query() location_id?: Uuid,
    @Query() program?: 'alle' | 'aspire' | 'evolus' | 'xperience' | 'other',
  ): Promise<PeriodPreview> {
    const asked = { month, locationId: location_id ?? null, program: program ?? null };
    return this.periods.preview(request.user, asked);
  }

  /** One close, with the figures of that day. */
  @Get('{period_id}')
  @Security('caller', ['periods:read'])
  async getPeriod(@Request() request: AuthenticatedRequest, @Path() period_id: Uuid): Promise<Period> {
    return this.periods.get(request.user, period_id);
  }

  /**
   * Closes a month: decisions about its rows, and files with new or changed rows of it, are refused from then on. 409
   * while something in it is open, unless exactly that is acknowledged.
   */
  @Post()
  @Security('session', ['periods:close'])
  @Extension('x-idempotent', true)
  @Middlewares(body(ClosePeriodRequestWire), idempotent)
  @SuccessResponse(201, 'Created')
  async closePeriod(
    @Request() request: AuthenticatedRequest,
    @Body() wanted: ClosePeriodRequest,
  ): Promise<Period> {
    return this.periods.close(request.user, wanted);
  }

  /** Opens a closed month again, with a reason; both stay on record. */
  @Post('{period_id}/reopen')
  @Security('session', ['periods:reopen'])
  @Extension('x-idempotent', true)
  @Middlewares(body(ReopenPeriodRequestWire), idempotent)
  @SuccessResponse(200)
  async reopenPeriod(
    @Request() request: AuthenticatedRequest,
    @Path() period_id: Uuid,
    @Body() wanted: ReopenPeriodRequest,
  ): Promise<Period> {
    return this.periods.reopen(request.user, period_id, wanted.reason);
  }
}
