// Amounts in both shapes: the POS row is the tender line (equal, nearly equal, mistyped) or the whole invoice.
import type { Feature, Measure, Records } from '../domain.ts';

export const AMOUNT_FEATURES: readonly Feature[] = [
  { name: 'amount_gap', direction: -1 },
  { name: 'amount_ratio', direction: 0 },
  { name: 'amount_slips', direction: -1 },
  { name: 'amount_rarity', direction: 1 },
  { name: 'equal_amount_habit', direction: 0 },
  { name: 'reward_roundness', direction: 0 },
  { name: 'pos_roundness', direction: 0 },
];

/** Beyond this ratio either way, more says nothing more. */
const MAX_LOG_RATIO = 5;

/** Digits of an amount in cents, the last one first, and how many there are. */
class Digits {
  private readonly of = new Uint8Array(16);
  length = 0;

  read(cents: number): void {
    this.length = 0;
    for (let rest = cents; rest > 0 || this.length === 0; rest = Math.floor(rest / 10)) {
      this.of[this.length++] = rest % 10;
    }
  }

  /** Counted from the first digit. */
  fromHead(i: number): number {
    return this.of[this.length - 1 - i]!;
  }

  fromTail(i: number): number {
    return this.of[i]!;
  }
}

const ofLarge = new Digits();
const ofSmall = new Digits();

/** 0 equal; 1 one digit wrong, missing or doubled, two swapped, or the decimal point shifted; 2 more than that. */
export function amountSlips(a: number, b: number): number {
  if (a === b) return 0;
  const large = Math.max(a, b);
  const small = Math.min(a, b);
  if (small > 0 && (large === small * 10 || large === small * 100)) return 1;
  ofLarge.read(large);
  ofSmall.read(small);
  if (ofLarge.length - ofSmall.length > 1) return 2;
  let head = 0;
  while (head < ofSmall.length && ofLarge.fromHead(head) === ofSmall.fromHead(head)) head++;
  let tail = 0;
  while (tail < ofSmall.length - head && ofLarge.fromTail(tail) === ofSmall.fromTail(tail)) tail++;
  const leftLarge = ofLarge.length - head - tail;
  const leftSmall = ofSmall.length - head - tail;
  if (leftLarge <= 1 && leftSmall <= 1) return 1;
  const swapped =
    leftLarge === 2 &&
    leftSmall === 2 &&
    ofLarge.fromHead(head) === ofSmall.fromHead(head + 1) &&
    ofLarge.fromHead(head + 1) === ofSmall.fromHead(head);
  return swapped ? 1 : 2;
}

/** 2 a multiple of $10, 1 of $5, 0 neither: points and certificates come in steps, prices do not. */
const roundness = (cents: number): number => (cents % 1000 === 0 ? 2 : cents % 500 === 0 ? 1 : 0);

export function measureAmount(records: Records): Measure {
  const { rewards, pos, amounts } = records;
  return (r, p, out, at) => {
    const a = rewards.amountCents[r]!;
    const b = pos.amountCents[p]!;
    out[at] = Math.log1p(Math.abs(a - b));
    const ratio = a > 0 && b > 0 ? Math.log(a / b) : Number.NaN;
    out[at + 1] = Math.max(-MAX_LOG_RATIO, Math.min(MAX_LOG_RATIO, ratio));
    out[at + 2] = amountSlips(a, b);
    out[at + 3] = a === b ? -amounts.logShare[rewards.amount[r]!]! : 0;
    out[at + 4] = records.equalAmountShare;
    out[at + 5] = roundness(a);
    out[at + 6] = roundness(b);
  };
}
