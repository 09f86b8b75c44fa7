// How the two amounts stand to each other, in dollars.
import { formatCents } from '@medspasync/schemas';
import type { Describe, Records } from '../domain.ts';
import { amountSlips } from './measure-amount.ts';

/** A POS row up to this factor above the reward is "more"; beyond it, the reward is a part of an invoice. */
const PART_FROM = 1.3;

/** Certificates and points come in steps of $5. */
const PRICE_STEP_CENTS = 500;

export function describeAmount(records: Records): Describe {
  const { rewards, pos } = records;
  return (r, p) => {
    const a = rewards.amountCents[r]!;
    const b = pos.amountCents[p]!;
    if (a === b) return `${formatCents(a)} on both sides`;
    const isSlip = amountSlips(a, b) === 1 && !arePrices(a, b);
    if (b > a * PART_FROM && !isSlip) return `${formatCents(a)} of a ${formatCents(b)} invoice`;
    const difference = formatCents(Math.abs(a - b));
    return `POS is ${difference} ${b > a ? 'more' : 'less'} than the reward${isSlip ? ', one slip apart' : ''}`;
  };
}

/** $60 and $40 are one digit apart, and two prices all the same. */
const arePrices = (a: number, b: number): boolean => a % PRICE_STEP_CENTS === 0 && b % PRICE_STEP_CENTS === 0;
