// One sale out of those found: pressed, reached with the arrows, or, the first five, by its number.
import type { ResultRowWire, TransactionWire } from '@medspasync/schemas';
import { Kbd } from '@medspasync/ui';
import type { KeyboardEvent } from 'react';
import { SaleWords } from './sale-words.tsx';

export interface PickSaleProps {
  reward: TransactionWire;
  sales: readonly ResultRowWire[];
  onPick: (sale: ResultRowWire) => void;
}

const NUMBERED = 5;

export function PickSale({ reward, sales, onPick }: PickSaleProps) {
  if (sales.length === 0) return null;
  const onKeyDown = (event: KeyboardEvent<HTMLOListElement>) => {
    const numbered = sales.slice(0, NUMBERED)[Number(event.key) - 1];
    if (numbered) onPick(numbered);
    else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') moveFocus(event);
    else return;
    event.preventDefault();
  };
  return (
    <ol
      aria-label="Sales"
      onKeyDown={onKeyDown}
      className="max-h-[22rem] divide-y divide-line overflow-y-auto rounded-control border border-line"
    >
      {sales.map((row, index) => (
        <li key={row.result_id}>
          <button
            type="button"
            data-sale
            className="flex w-full cursor-pointer items-center gap-3 px-3 py-2.5 text-left text-sm hover:bg-sunken focus-visible:-outline-offset-2"
            onClick={() => onPick(row)}
          >
            <Kbd aria-hidden className={index < NUMBERED ? 'max-md:hidden' : 'invisible max-md:hidden'}>
              {index + 1}
            </Kbd>
            {row.pos_transaction && (
              <SaleWords
                reward={reward}
                sale={row.pos_transaction}
                left={row.reward_transaction && row.sale_share?.left}
              />
            )}
          </button>
        </li>
      ))}
    </ol>
  );
}

function moveFocus(event: KeyboardEvent<HTMLOListElement>): void {
  const sales = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-sale]')];
  const at = sales.indexOf(document.activeElement as HTMLElement);
  sales[at + (event.key === 'ArrowDown' ? 1 : -1)]?.focus();
}
