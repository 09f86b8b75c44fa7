// What manufacturers pay back: payments, the redemptions they pay, and what is still awaited.
import * as z from 'zod';
import { ExceptionCodeWire } from './exceptions.ts';
import { JobStatusWire } from './jobs.ts';
import { ProgramWire } from './programs.ts';
import { TransactionWire } from './transaction.ts';

export const ReimbursementStateWire = z
  .enum(['AWAITED', 'REIMBURSED', 'REIMBURSED_SHORT', 'NOT_REIMBURSED', 'OVERPAID'])
  .meta({
    description:
      'AWAITED: not paid back, within the days its program takes. REIMBURSED: in full. REIMBURSED_SHORT: in part. NOT_REIMBURSED: those days are over. OVERPAID: more was paid than is owed by now, since the redemption was corrected or taken back; the program may take it back.',
  });
export type ReimbursementState = z.infer<typeof ReimbursementStateWire>;

export const RedemptionPaymentWire = z
  .object({ payment_id: z.uuid(), amount: z.number(), paid_on: z.string().nullable() })
  .meta({ id: 'RedemptionPayment', description: 'What one payment pays of a redemption.' });
export type RedemptionPaymentWire = z.infer<typeof RedemptionPaymentWire>;

export const RedemptionWire = z
  .object({
    redemption_id: z.uuid(),
    transaction: TransactionWire,
    state: ReimbursementStateWire,
    redeemed_amount: z.number().meta({ description: 'What is owed for it: 0 once it was taken back.' }),
    reimbursed_amount: z.number().meta({ description: 'Of all its payments together.' }),
    short_amount: z.number().meta({ description: 'What its payments left out. 0 while none has come.' }),
    overpaid_amount: z.number().meta({ description: 'What was paid above what is owed by now.' }),
    written_off_amount: z.number().meta({
      description: 'What its payments had left out, and was written off: it is not owed any more.',
    }),
    expected_on: z.string().nullable().meta({
      description: 'The last day by which it is usually paid back; null without a date.',
      example: '2026-04-13',
    }),
    deadline: z.string().nullable().meta({
      description: 'The last day to claim what is short or was not paid back, by the rule of its program.',
      example: '2026-05-01',
    }),
    reimbursed_on: z.string().nullable().meta({ description: 'The day of the latest payment.' }),
    days_to_reimbursement: z.int().nullable(),
    payment_id: z.uuid().nullable().meta({ description: 'The latest payment.' }),
    payments: z.array(RedemptionPaymentWire).meta({ description: 'The earliest first.' }),
  })
  .meta({ id: 'Redemption' });
export type RedemptionWire = z.infer<typeof RedemptionWire>;

export const RedemptionsWire = z
  .object({
    redemptions: z.array(RedemptionWire),
    total: z.int(),
    page: z.int(),
    limit: z.int(),
  })
  .meta({ id: 'Redemptions', description: 'The oldest first.' });
export type RedemptionsWire = z.infer<typeof RedemptionsWire>;

export const PaymentResultWire = z.enum(['waiting', 'settled', 'review', 'unexplained', 'undone']).meta({
  description:
    'waiting: not looked at yet, or corrected to more since it was settled. settled: split over redemptions. review: several ways, or short; a person chooses. unexplained: nothing adds up. undone: a person took it back; it waits for a choice.',
});
export type PaymentResult = z.infer<typeof PaymentResultWire>;

export const PaidRedemptionWire = z
  .object({
    redemption_id: z.uuid(),
    amount: z.number().meta({ description: 'Dollars of this payment.' }),
    transaction: TransactionWire,
    open_amount: z.number().meta({ description: 'What no payment has paid of it by now.' }),
    payments: z
      .array(RedemptionPaymentWire)
      .meta({ description: 'What each payment pays of it, this one among them; the earliest first.' }),
  })
  .meta({ id: 'PaidRedemption' });
export type PaidRedemptionWire = z.infer<typeof PaidRedemptionWire>;

export const OpenRedemptionWire = z
  .object({
    redemption_id: z.uuid(),
    transaction: TransactionWire,
    open_amount: z.number().meta({ description: 'What is not paid of it yet.' }),
  })
  .meta({ id: 'OpenRedemption' });
export type OpenRedemptionWire = z.infer<typeof OpenRedemptionWire>;

export const PaymentAlternativeWire = z
  .object({
    redemptions: z.array(OpenRedemptionWire),
    amount: z.number().meta({ description: 'What is open of these redemptions together.' }),
    short_amount: z.number().meta({ description: 'By how much the payment falls short of them.' }),
  })
  .meta({ id: 'PaymentAlternative' });
export type PaymentAlternativeWire = z.infer<typeof PaymentAlternativeWire>;

export const PaymentWire = z
  .object({
    payment_id: z.uuid(),
    upload_id: z.uuid(),
    transaction: TransactionWire,
    result: PaymentResultWire,
    detail: z.string().nullable().meta({ description: 'Why, in words that name nobody.' }),
    reason_codes: z.array(ExceptionCodeWire),
    short_amount: z.number().meta({
      description:
        'What is not paid by now of the redemptions it was settled over, by all payments together; in review, what its only way leaves out.',
    }),
    open_amount: z.number().meta({ description: 'What of the payment pays no redemption yet.' }),
    redemptions: z
      .array(PaidRedemptionWire)
      .meta({ description: 'What it pays. Their amounts are its own.' }),
    alternatives: z.array(PaymentAlternativeWire).meta({ description: 'Among which a person chooses.' }),
    settled_by: z.string().nullable().meta({ description: 'Null where the sums alone decided.' }),
    settled_at: z.string().nullable(),
  })
  .meta({ id: 'Payment' });
export type PaymentWire = z.infer<typeof PaymentWire>;

export const PaymentsWire = z
  .object({ payments: z.array(PaymentWire), total: z.int(), page: z.int(), limit: z.int() })
  .meta({ id: 'Payments', description: 'The latest payment first.' });
export type PaymentsWire = z.infer<typeof PaymentsWire>;

/** POST /reimbursements/payments/{payment_id}/settlement; DELETE undoes it. */
export const ChooseSettlementRequestWire = z
  .strictObject({
    redemption_ids: z.array(z.uuid()).min(1).max(2000).meta({
      description:
        'What the payment pays: one of its alternatives, or any unpaid redemptions of its program. Where it falls short of them, the oldest are paid first.',
    }),
  })
  .meta({
    id: 'ChooseSettlementRequest',
    example: { redemption_ids: ['00000000-0000-4000-8000-000000000000'] },
  });
export type ChooseSettlementRequestWire = z.infer<typeof ChooseSettlementRequestWire>;

export const SettlementWire = z
  .object({
    settlement_id: z.uuid(),
    status: JobStatusWire,
    created_at: z.string(),
    completed_at: z.string().nullable(),
    payments: z.int().meta({ description: 'Payments it looked at.' }),
    settled: z.int(),
    review: z.int(),
    unexplained: z.int(),
    settled_amount: z.number(),
    error: z.string().nullable(),
  })
  .meta({ id: 'Settlement' });
export type SettlementWire = z.infer<typeof SettlementWire>;

export const ProgramReimbursementsWire = z
  .object({
    program: ProgramWire,
    redeemed: z.int(),
    redeemed_amount: z.number(),
    reimbursed: z.int().meta({ description: 'Redemptions paid back in full, or more.' }),
    reimbursed_amount: z.number().meta({ description: 'Dollars paid back, those of short ones included.' }),
    short: z.int().meta({ description: 'Redemptions paid back in part.' }),
    short_amount: z.number().meta({ description: 'Dollars those are short of.' }),
    awaited: z.int(),
    awaited_amount: z.number(),
    not_reimbursed: z.int(),
    not_reimbursed_amount: z.number(),
    overpaid: z.int().meta({ description: 'Redemptions for which more was paid than is owed by now.' }),
    overpaid_amount: z.number().meta({ description: 'Dollars of that, a part of reimbursed_amount.' }),
    average_days: z.number().nullable().meta({ description: 'From redemption to payment, of those paid.' }),
    expected_days: z.int().meta({ description: 'By the rule of the program at the end of the last month.' }),
  })
  .meta({ id: 'ProgramReimbursements' });
export type ProgramReimbursementsWire = z.infer<typeof ProgramReimbursementsWire>;

export const ReimbursementSummaryWire = z
  .object({
    from: z.string().meta({ description: 'The first month.', example: '2026-01' }),
    to: z.string().meta({ description: 'The last month.', example: '2026-03' }),
    programs: z.array(ProgramReimbursementsWire),
    open_payments: z.int().meta({ description: 'Payments of these months that are not settled.' }),
    open_payments_amount: z.number(),
  })
  .meta({
    id: 'ReimbursementSummary',
    description:
      'Of redemptions of these months. reimbursed + short + awaited + not reimbursed is what was redeemed, and what was overpaid.',
  });
export type ReimbursementSummaryWire = z.infer<typeof ReimbursementSummaryWire>;
