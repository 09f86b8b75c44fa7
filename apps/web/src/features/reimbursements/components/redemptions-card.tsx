// Redemptions by what became of them: the overdue ones first, which are claims to make.
import { PROGRAMS, type RedemptionWire, type ReimbursementState } from '@medspasync/schemas';
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
import { PartyPopper } from 'lucide-react';
import { useState } from 'react';
import { formatDay } from '../../../lib/dates.ts';
import { formatDollars } from '../../../lib/money.ts';
import { ProblemNotice } from '../../../lib/problem-notice.tsx';
import { ROWS_PER_PAGE, useRedemptions } from '../api/reimbursements.ts';
import { REDEMPTION_WORDS } from './payment-words.ts';

export function RedemptionsCard() {
  const [state, setState] = useState<ReimbursementState>('NOT_REIMBURSED');
  const [page, setPage] = useState(1);
  const { data, error, isPending, refetch } = useRedemptions(page, state);
  const show = (next: string) => {
    setState(next as ReimbursementState);
    setPage(1);
  };
  return (
    <Card aria-labelledby="redemptions" className="overflow-hidden">
      <CardHeader>
        <CardTitle id="redemptions">Redemptions</CardTitle>
      </CardHeader>
      <Tabs value={state} onValueChange={show}>
        <TabList aria-label="Redemptions" className="px-2 sm:px-3">
          {Object.entries(REDEMPTION_WORDS).map(([name, { label }]) => (
            <Tab key={name} value={name}>
              {label}
            </Tab>
          ))}
        </TabList>
        <TabPanel value={state} className="focus-visible:-outline-offset-2">
          {error && <ProblemNotice error={error} onRetry={() => void refetch()} className="m-5 sm:mx-6" />}
          {isPending && <Skeleton className="m-5 h-24 sm:mx-6" />}
          {data?.total === 0 && (
            <EmptyState icon={PartyPopper} title="None" className="py-10">
              No redemption is {REDEMPTION_WORDS[state].label.toLowerCase()}.
            </EmptyState>
          )}
          {data && data.redemptions.length > 0 && (
            <ul className="divide-y divide-line">
              {data.redemptions.map((redemption) => (
                <RedemptionRow key={redemption.redemption_id} redemption={redemption} />
              ))}
            </ul>
          )}
          {data && <Pager page={page} pageSize={ROWS_PER_PAGE} total={data.total} onPage={setPage} />}
        </TabPanel>
      </Tabs>
    </Card>
  );
}

function RedemptionRow({ redemption }: { redemption: RedemptionWire }) {
  const { expected_on, redeemed_amount, reimbursed_on, short_amount, transaction } = redemption;
  const facts = [
    transaction.program && PROGRAMS[transaction.program].name,
    transaction.date && `redeemed ${formatDay(transaction.date)}`,
    reimbursed_on
      ? `paid back ${formatDay(reimbursed_on)}`
      : expected_on && `expected by ${formatDay(expected_on)}`,
  ];
  return (
    <li className="flex items-start justify-between gap-4 px-5 py-3 text-sm sm:px-6">
      <div className="grid min-w-0 gap-0.5">
        <p className="truncate font-medium">{transaction.customer_name ?? 'No name'}</p>
        <p className="text-ink-faint">{facts.filter(Boolean).join(' · ')}</p>
      </div>
      <div className="tabular grid shrink-0 justify-items-end gap-0.5">
        <p className="font-semibold">{formatDollars(redeemed_amount)}</p>
        {short_amount > 0 && <p className="text-warning-ink">{formatDollars(short_amount)} short</p>}
      </div>
    </li>
  );
}
