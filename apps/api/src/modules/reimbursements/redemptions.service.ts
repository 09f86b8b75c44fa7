// What was redeemed, and what came back of it.
import {
  dollarsOf,
  type RedemptionPaymentWire,
  type RedemptionsWire,
  type RedemptionWire,
  type ReimbursementSummaryWire,
  transactionToWire,
} from '@medspasync/schemas';
import type { WithinOrganization } from '../../platform/database/index.ts';
import type { Caller } from '../../platform/identity/index.ts';
import type { AuditTrail } from '../audit/index.ts';
import type { StateTerms } from '../reconciliation/index.ts';
import type { Books, StoredTransaction } from '../uploads/index.ts';
import { USUAL_DAYS } from './ledger-sql.ts';
import type { PaymentsRepository } from './payments.repository.ts';
import type {
  ProgramTotals,
  RedemptionFilter,
  RedemptionsRepository,
  StoredRedemption,
} from './redemptions.repository.ts';

export interface RedemptionsPage extends RedemptionFilter {
  page: number;
  limit: number;
}

export interface RedemptionsServiceNeeds {
  redemptions: RedemptionsRepository;
  payments: PaymentsRepository;
  books: Books;
  /** What states are told by, inside the open transaction. */
  terms(): Promise<StateTerms>;
  audit: AuditTrail;
  withinOrganization: WithinOrganization;
}

/** Months that a summary without any is of, the present one included. */
const USUAL_MONTHS = 3;

export class RedemptionsService {
  constructor(private readonly needs: RedemptionsServiceNeeds) {}

  async page(caller: Caller, { limit, page, ...filter }: RedemptionsPage): Promise<RedemptionsWire> {
    const { audit, books, redemptions, withinOrganization } = this.needs;
    return withinOrganization(caller.organizationId, async () => {
      const rows = await redemptions.page(filter, limit, (page - 1) * limit);
      const transactions = await books.findAll(rows.map(({ id }) => id));
      audit.record(caller, { action: 'reimbursements.read', detail: { page, redemptions: rows.length } });
      return {
        redemptions: rows.map((row) => redemptionToWire(row, transactions.get(row.id)!)),
        total: await redemptions.count(filter),
        page,
        limit,
      };
    });
  }

  /** @param asked months as `YYYY-MM`; by default the last three. */
  async summary(
    caller: Caller,
    asked: { from?: string | undefined; to?: string | undefined },
  ): Promise<ReimbursementSummaryWire> {
    const { payments, redemptions, terms, withinOrganization } = this.needs;
    return withinOrganization(caller.organizationId, async () => {
      const { days, rules } = await terms();
      const to = asked.to ?? days.today.slice(0, 7);
      const from = asked.from ?? monthBefore(to, USUAL_MONTHS - 1);
      const expectedDays = (program: string): number =>
        rules.findLast((rule) => rule.program === program && rule.valid_from <= `${to}-31`)
          ?.reimbursement_days ?? USUAL_DAYS;
      const totals = await redemptions.summary(from, to);
      const open = await payments.openTotals(from, to);
      return {
        from,
        to,
        programs: totals.map((total) => programToWire(total, expectedDays(total.program))),
        open_payments: open.count,
        open_payments_amount: dollarsOf(open.cents),
      };
    });
  }
}

function monthBefore(month: string, count: number): string {
  const [year, number] = month.split('-').map(Number);
  return new Date(Date.UTC(year!, number! - 1 - count, 1)).toISOString().slice(0, 7);
}

const programToWire = (
  { averageDays, program, ...totals }: ProgramTotals,
  expectedDays: number,
): ReimbursementSummaryWire['programs'][number] => ({
  program,
  redeemed: totals.redeemed,
  redeemed_amount: dollarsOf(totals.redeemedCents),
  reimbursed: totals.reimbursed,
  reimbursed_amount: dollarsOf(totals.reimbursedCents),
  short: totals.short,
  short_amount: dollarsOf(totals.shortCents),
  awaited: totals.awaited,
  awaited_amount: dollarsOf(totals.awaitedCents),
  not_reimbursed: totals.overdue,
  not_reimbursed_amount: dollarsOf(totals.overdueCents),
  overpaid: totals.overpaid,
  overpaid_amount: dollarsOf(totals.overpaidCents),
  average_days: averageDays === null ? null : Math.round(averageDays * 10) / 10,
  expected_days: expectedDays,
});

const redemptionToWire = (row: StoredRedemption, { transaction }: StoredTransaction): RedemptionWire => ({
  redemption_id: row.id,
  transaction: transactionToWire(transaction),
  state: row.state,
  redeemed_amount: dollarsOf(row.amountCents),
  reimbursed_amount: dollarsOf(row.paidCents),
  short_amount: row.paidCents === 0 ? 0 : dollarsOf(row.openCents),
  overpaid_amount: dollarsOf(Math.max(0, row.paidCents - row.amountCents)),
  written_off_amount: dollarsOf(row.restCents),
  expected_on: row.expectedOn,
  deadline: row.deadline,
  reimbursed_on: row.paidOn,
  days_to_reimbursement: row.days,
  payment_id: row.paymentId,
  payments: paidPartsToWire(row),
});

/** What each payment pays of it, the earliest first. */
export const paidPartsToWire = ({ payments }: StoredRedemption): RedemptionPaymentWire[] =>
  payments.map(({ amountCents, paidOn, paymentId }) => ({
    payment_id: paymentId,
    amount: dollarsOf(amountCents),
    paid_on: paidOn,
  }));
