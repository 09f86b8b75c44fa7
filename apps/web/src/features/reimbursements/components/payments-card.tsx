// What manufacturers have paid, and what of it waits for a choice.
import type { PaymentResult } from '@medspasync/schemas';
import { Banknote } from 'lucide-react';
import { useState } from 'react';
import { usePayments } from '../api/reimbursements.ts';
import { PaymentRow } from './payment-row.tsx';
import { TabbedListCard } from './tabbed-list-card.tsx';

type View = 'all' | Extract<PaymentResult, 'review' | 'unexplained' | 'settled'>;

const VIEWS: Readonly<Record<View, string>> = {
  review: 'To choose',
  unexplained: 'Unexplained',
  settled: 'Settled',
  all: 'All',
};

const NO_PAYMENT = {
  icon: Banknote,
  title: 'No payment yet',
  words: 'Bring a manufacturer’s remittance as a file: every payment is split over the redemptions it pays.',
};
const NONE_OF_KIND = { icon: Banknote, title: 'None', words: 'No payment is of this kind.' };

export function PaymentsCard({ maySettle }: { maySettle: boolean }) {
  const [{ view, page }, show] = useState<{ view: View; page: number }>({ view: 'all', page: 1 });
  const query = usePayments(page, view === 'all' ? undefined : view);
  return (
    <TabbedListCard
      title="Payments"
      kinds={VIEWS}
      kind={view}
      page={page}
      onShow={(next, nextPage) => show({ view: next, page: nextPage })}
      query={query}
      empty={view === 'all' ? NO_PAYMENT : NONE_OF_KIND}
    >
      {query.data?.payments.map((payment) => (
        <PaymentRow key={payment.payment_id} payment={payment} maySettle={maySettle} />
      ))}
    </TabbedListCard>
  );
}
