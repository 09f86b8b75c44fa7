// Redemptions by what became of them: the overdue ones first, which are claims to make.
import { PROGRAMS, type RedemptionWire, type ReimbursementState } from '@medspasync/schemas';
import { PartyPopper } from 'lucide-react';
import { useState } from 'react';
import { formatDay } from '../../../lib/dates.ts';
import { formatDollars } from '../../../lib/money.ts';
import { claimWords } from '../../../lib/results/claim-words.ts';
import { useRedemptions } from '../api/reimbursements.ts';
import { partsInWords, REDEMPTION_LABELS } from './payment-words.ts';
import { TabbedListCard } from './tabbed-list-card.tsx';

export function RedemptionsCard() {
  const [{ state, page }, show] = useState<{ state: ReimbursementState; page: number }>({
    state: 'NOT_REIMBURSED',
    page: 1,
  });
  const query = useRedemptions(page, state);
  return (
    <TabbedListCard
      title="Redemptions"
      kinds={REDEMPTION_LABELS}
      kind={state}
      page={page}
      onShow={(next, nextPage) => show({ state: next, page: nextPage })}
      query={query}
      empty={{
        icon: PartyPopper,
        title: 'None',
        words: `No redemption is ${REDEMPTION_LABELS[state].toLowerCase()}.`,
      }}
    >
      {query.data?.redemptions.map((redemption) => (
        <RedemptionRow key={redemption.redemption_id} redemption={redemption} />
      ))}
    </TabbedListCard>
  );
}

function RedemptionRow({ redemption }: { redemption: RedemptionWire }) {
  const {
    deadline,
    expected_on,
    overpaid_amount,
    payments,
    redeemed_amount,
    reimbursed_on,
    short_amount,
    transaction,
    written_off_amount,
  } = redemption;
  const facts = [
    transaction.program && PROGRAMS[transaction.program].name,
    transaction.date && `redeemed ${formatDay(transaction.date)}`,
    reimbursed_on
      ? `paid back ${formatDay(reimbursed_on)}`
      : expected_on && `expected by ${formatDay(expected_on)}`,
    partsInWords(payments),
    deadline && claimWords(deadline),
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
        {overpaid_amount > 0 && <p className="text-warning-ink">{formatDollars(overpaid_amount)} overpaid</p>}
        {written_off_amount > 0 && (
          <p className="text-ink-soft">{formatDollars(written_off_amount)} written off</p>
        )}
      </div>
    </li>
  );
}
