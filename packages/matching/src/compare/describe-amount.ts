// How the two amounts stand to each other, in dollars.
import { formatCents } from '@medspasync/schemas';
import type { Describe, Records } from '../domain.ts';
import { amountSlips } from './measure-amount.ts';

/** A POS row up to this factor above the reward is "more"; beyond it, the reward is a part of an invoice. */
const PART_FROM = 1.3;

export function describeAmount(records: Records): Describe {
  const { rewards, pos } = records;
  return (r, p) => {
    const a = rewards.amountCents[r]!;
    const b = pos.amountCents[p]!;
    if (a === b) return `${formatCents(a)} on both sides`;
    if (b > a * PART_FROM && amountSlips(a, b) > 1) return `${formatCents(a)} of a ${formatCents(b)} invoice`;
    const difference = formatCents(Math.abs(a - b));
    const slip = amountSlips(a, b) === 1 ? ', one slip apart' : '';
    return `POS is ${difference} ${b > a ? 'more' : 'less'} than the reward${slip}`;
  };
}
