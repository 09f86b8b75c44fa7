// What manufacturers have paid, and what of it waits for a choice.
import type { PaymentResult } from '@medspasync/schemas';
import {
  Card,
  CardHeader,
  CardTitle,
  EmptyState,
  Pager,
  Skeleton,
  Tab,
  TabList,
  TabPanel,
  Tabs,
} from '@medspasync/ui';
import { Banknote } from 'lucide-react';
import { useState } from 'react';
import { ProblemNotice } from '../../../lib/problem-notice.tsx';
import { ROWS_PER_PAGE, usePayments } from '../api/reimbursements.ts';
import { PaymentRow } from './payment-row.tsx';

type View = 'all' | Extract<PaymentResult, 'review' | 'unexplained' | 'settled'>;

const VIEWS: Readonly<Record<View, string>> = {
  review: 'To choose',
  unexplained: 'Unexplained',
  settled: 'Settled',
  all: 'All',
};

export function PaymentsCard({ maySettle }: { maySettle: boolean }) {
  const [view, setView] = useState<View>('all');
  const [page, setPage] = useState(1);
  const { data, error, isPending, refetch } = usePayments(page, view === 'all' ? undefined : view);
  const show = (next: string) => {
    setView(next as View);
    setPage(1);
  };
  return (
    <Card aria-labelledby="payments" className="overflow-hidden">
      <CardHeader>
        <CardTitle id="payments">Payments</CardTitle>
      </CardHeader>
      <Tabs value={view} onValueChange={show}>
        <TabList aria-label="Payments" className="px-2 sm:px-3">
          {Object.entries(VIEWS).map(([name, label]) => (
            <Tab key={name} value={name}>
              {label}
            </Tab>
          ))}
        </TabList>
        <TabPanel value={view} className="focus-visible:-outline-offset-2">
          {error && <ProblemNotice error={error} onRetry={() => void refetch()} className="m-5 sm:mx-6" />}
          {isPending && <Skeleton className="m-5 h-24 sm:mx-6" />}
          {data?.total === 0 && (
            <EmptyState icon={Banknote} title={view === 'all' ? 'No payment yet' : 'None'} className="py-10">
              {view === 'all'
                ? 'Bring a manufacturer’s remittance as a file: every payment is split over the redemptions it pays.'
                : 'No payment is of this kind.'}
            </EmptyState>
          )}
          {data && data.payments.length > 0 && (
            <ul className="divide-y divide-line">
              {data.payments.map((payment) => (
                <PaymentRow key={payment.payment_id} payment={payment} maySettle={maySettle} />
              ))}
            </ul>
          )}
          {data && <Pager page={page} pageSize={ROWS_PER_PAGE} total={data.total} onPage={setPage} />}
        </TabPanel>
      </Tabs>
    </Card>
  );
}
