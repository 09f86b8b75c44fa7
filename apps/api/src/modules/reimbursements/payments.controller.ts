// GET /reimbursements/payments…, POST and DELETE …/payments/{payment_id}/settlement.
import { ChooseSettlementRequestWire } from '@medspasync/schemas';
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
import type { ChooseSettlementRequest, Payment, Payments } from '../../generated/wire.ts';
import { type AuthenticatedRequest, body, idempotent, type Uuid } from '../../platform/http/index.ts';
import type { PaymentsService } from './payments.service.ts';

@Route('reimbursements/payments')
@Tags('Reimbursements')
export class PaymentsController {
  constructor(private readonly payments: PaymentsService) {}

  /**
   * What manufacturers have paid, the latest first; a payment in two imports of one file is one.
   * @isInt page
   * @minimum page 1
   * @maximum page 1000000
   * @isInt limit
   * @minimum limit 1
   * @maximum limit 200
   */
  @Get()
  @Security('caller', ['reimbursements:read'])
  async listPayments(
    @Request() request: AuthenticatedRequest,
    @Query() page = 1,
    @Query() limit = 50,
    @Query() result?: 'waiting' | 'settled' | 'review' | 'unexplained' | 'undone',
    @Query() program?: 'alle' | 'aspire' | 'evolus' | 'xperience' | 'other',
  ): Promise<Payments> {
    return this.payments.page(request.user, { page, limit, result, program });
  }

  /** One payment, with what it pays or the ways among which to choose. */
  @Get('{payment_id}')
  @Security('caller', ['reimbursements:read'])
  async getPayment(@Request() request: AuthenticatedRequest, @Path() payment_id: Uuid): Promise<Payment> {
    return this.payments.get(request.user, payment_id);
  }

  /** Says which redemptions a payment pays, where sums alone do not. */
  @Post('{payment_id}/settlement')
  @Security('caller', ['reimbursements:settle'])
  @Extension('x-idempotent', true)
  @Middlewares(body(ChooseSettlementRequestWire), idempotent)
  @SuccessResponse(200)
  async chooseSettlement(
    @Request() request: AuthenticatedRequest,
    @Path() payment_id: Uuid,
    @Body() choice: ChooseSettlementRequest,
  ): Promise<Payment> {
    return this.payments.choose(request.user, payment_id, choice.redemption_ids);
  }

  /** Takes a settlement back, also one that a run has made; the payment then waits for a person. */
  @Delete('{payment_id}/settlement')
  @Security('caller', ['reimbursements:settle'])
  async undoSettlement(@Request() request: AuthenticatedRequest, @Path() payment_id: Uuid): Promise<Payment> {
    return this.payments.undo(request.user, payment_id);
  }
}
