// What became of a payment and of a redemption, as a person calls it.
import type { PaymentResult, ReimbursementState } from '@medspasync/schemas';
import type { Tone } from '@medspasync/ui';

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

export const REDEMPTION_LABELS: Readonly<Record<ReimbursementState, string>> = {
  NOT_REIMBURSED: 'Overdue',
  REIMBURSED_SHORT: 'Paid short',
  AWAITED: 'Awaited',
  OVERPAID: 'Overpaid',
  REIMBURSED: 'Paid back',
};
