// One payment: what it pays, or the ways among which a person chooses.
import { type PaymentWire, PROGRAMS } from '@medspasync/schemas';
import { Badge, Button } from '@medspasync/ui';
import { ChevronDown } from 'lucide-react';
import { useId, useState } from 'react';
import { countOf } from '../../../lib/counts.ts';
import { formatDay, formatInstant } from '../../../lib/dates.ts';
import { formatDollars } from '../../../lib/money.ts';
import { ProblemNotice } from '../../../lib/problem-notice.tsx';
import { useChooseSettlement, useUndoSettlement } from '../api/reimbursements.ts';
import { PAYMENT_WORDS } from './payment-words.ts';
import { RedemptionLines } from './redemption-lines.tsx';

export interface PaymentRowProps {
  payment: PaymentWire;
  maySettle: boolean;
}

export function PaymentRow({ payment, maySettle }: PaymentRowProps) {
  const [isOpen, setIsOpen] = useState(false);
  const id = useId();
  const choose = useChooseSettlement();
  const undo = useUndoSettlement();
  const { alternatives, open_amount, payment_id, redemptions, transaction } = payment;
  const title = `${formatDollars(transaction.amount)}${transaction.date ? ` of ${formatDay(transaction.date)}` : ''}`;
  const problem = choose.error ?? undo.error;
  const hasMore = redemptions.length > 0 || alternatives.length > 0;
  return (
    <li className="grid gap-3 px-5 py-3.5 sm:px-6">
      <div className="flex flex-wrap items-start justify-between gap-3">
        <PaymentWords payment={payment} title={title} />
        <div className="flex gap-2">
          {hasMore && (
            <Button
              size="sm"
              variant="ghost"
              aria-expanded={isOpen}
              aria-controls={id}
              aria-label={`What ${title} pays`}
              onClick={() => setIsOpen(!isOpen)}
            >
              {redemptions.length > 0
                ? countOf(redemptions.length, 'redemption')
                : countOf(alternatives.length, 'way')}
              <ChevronDown aria-hidden className={isOpen ? 'rotate-180' : undefined} />
            </Button>
          )}
          {maySettle && redemptions.length > 0 && (
            <Button
              size="sm"
              variant="secondary"
              aria-label={`Take back ${title}`}
              busy={undo.isPending}
              onClick={() => undo.mutate(payment_id)}
            >
              Take back
            </Button>
          )}
        </div>
      </div>
      {problem && <ProblemNotice error={problem} />}
      <div id={id} hidden={!isOpen} className="grid gap-3">
        {redemptions.length > 0 && (
          <RedemptionLines label={`Redemptions paid by ${title}`} lines={redemptions} />
        )}
        {open_amount > 0 &&
          alternatives.map((alternative, index) => (
            <div
              // biome-ignore lint/suspicious/noArrayIndexKey: the ways of one payment keep their order.
              key={index}
              className="grid gap-2 rounded-control border border-line p-3"
            >
              <RedemptionLines label={`Way ${index + 1}`} lines={alternative.redemptions} />
              <div className="flex flex-wrap items-center justify-between gap-3">
                <p className="tabular text-sm">
                  Together <strong className="font-semibold">{formatDollars(alternative.amount)}</strong>
                  {alternative.short_amount > 0 && (
                    <span className="text-warning-ink">
                      {' '}
                      · {formatDollars(alternative.short_amount)} short
                    </span>
                  )}
                </p>
                {maySettle && (
                  <Button
                    size="sm"
                    aria-label={`Choose way ${index + 1} for ${title}`}
                    busy={choose.isPending}
                    onClick={() =>
                      choose.mutate({
                        paymentId: payment_id,
                        redemptionIds: alternative.redemptions.map(({ redemption_id }) => redemption_id),
                      })
                    }
                  >
                    It pays these
                  </Button>
                )}
              </div>
            </div>
          ))}
      </div>
    </li>
  );
}

function PaymentWords({ payment, title }: { payment: PaymentWire; title: string }) {
  const { detail, open_amount, redemptions, result, settled_at, settled_by, short_amount, transaction } =
    payment;
  const { label, tone } = PAYMENT_WORDS[result];
  const facts = [
    transaction.program && PROGRAMS[transaction.program].name,
    transaction.reference,
    settled_by && settled_at && `by ${settled_by}, ${formatInstant(settled_at)}`,
  ];
  return (
    <div className="grid min-w-0 gap-0.5 text-sm">
      <p className="flex flex-wrap items-center gap-2 font-medium">
        <span className="tabular">{title}</span>
        <Badge tone={tone}>{label}</Badge>
        {short_amount > 0 && <Badge tone="warning">{formatDollars(short_amount)} short</Badge>}
        {redemptions.length > 0 && open_amount > 0 && (
          <Badge tone="warning">{formatDollars(open_amount)} pays nothing yet</Badge>
        )}
      </p>
      {facts.some(Boolean) && <p className="text-ink-faint">{facts.filter(Boolean).join(' · ')}</p>}
      {detail && <p className="text-ink-soft">{detail}</p>}
    </div>
  );
}
