// What became of a payment and of a redemption, as a person calls it.
import type { PaymentResult, RedemptionPaymentWire, ReimbursementState } from '@medspasync/schemas';
import type { Tone } from '@medspasync/ui';
import { formatDay } from '../../../lib/dates.ts';
import { formatDollars } from '../../../lib/money.ts';

interface Words {
  label: string;
  tone: Tone;
}

export const PAYMENT_WORDS: Readonly<Record<PaymentResult, Words>> = {
  waiting: { label: 'Not settled yet', tone: 'neutral' },
  settled: { label: 'Settled', tone: 'success' },
  review: { label: 'To choose', tone: 'warning' },
  unexplained: { label: 'Unexplained', tone: 'danger' },
  undone: { label: 'Taken back', tone: 'warning' },
};

/** What each payment has paid of a redemption, where that is more than one: `$25.00 on Nov 7, 2026, $15.00 on Nov 17, 2026`. */
export const partsInWords = (payments: readonly RedemptionPaymentWire[]): string | undefined =>
  payments.length < 2
    ? undefined
    : payments
        .map(({ amount, paid_on }) => `${formatDollars(amount)}${paid_on ? ` on ${formatDay(paid_on)}` : ''}`)
        .join(', ');

export const REDEMPTION_LABELS: Readonly<Record<ReimbursementState, string>> = {
  NOT_REIMBURSED: 'Overdue',
  REIMBURSED_SHORT: 'Paid short',
  AWAITED: 'Awaited',
  OVERPAID: 'Overpaid',
  REIMBURSED: 'Paid back',
};
