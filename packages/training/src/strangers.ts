// Pairs the gate would never let through: two people who only share a day or an amount. The trees must see them, or a pair
// scored by itself could get away with an equal amount and another name.
import { compare, featureMatrix, type Plan } from '@medspasync/matching/stages';
import { createRandom } from '@medspasync/test-kit';
import type { LabelledCandidates } from './label-pairs.ts';

const PAIRS_PER_REWARD = 2;
/** POS rows of the same amount looked at to find one near the day. */
const TRIES = 40;
const NEAR_DAYS = 3;

/** Unlabelled by the book but false by construction: random pairs that are not candidates, all with label 0. */
export function strangers(
  book: LabelledCandidates,
  plan: Plan,
): { features: Float32Array; labels: Uint8Array } {
  const { records, candidates } = book;
  const known = new Set<number>();
  for (let i = 0; i < candidates.count; i++) known.add(pairKey(candidates.reward[i]!, candidates.pos[i]!));
  const random = createRandom(candidates.count);
  const byAmount = rowsByAmount(records.pos.amountCents);
  const reward: number[] = [];
  const pos: number[] = [];
  for (let r = 0; r < records.rewards.count && records.pos.count > 0; r++) {
    for (let n = 0; n < PAIRS_PER_REWARD; n++) {
      const p = drawAlike(r, n);
      if (known.has(pairKey(r, p))) continue;
      reward.push(r);
      pos.push(p);
    }
  }
  const pairs = {
    count: reward.length,
    reward: Int32Array.from(reward),
    pos: Int32Array.from(pos),
    rule: new Uint8Array(reward.length),
    proposed: reward.length,
    passedOverRewards: 0,
  };
  const { features } = featureMatrix(compare(records, pairs, plan.comparisons));
  return { features, labels: new Uint8Array(reward.length) };

  /** Every other stranger has the same amount, within days where one is found. */
  function drawAlike(r: number, n: number): number {
    const anybody = random.below(records.pos.count);
    if (n % 2 === 1) return anybody;
    const alike = byAmount.get(records.rewards.amountCents[r]!);
    if (alike === undefined) return anybody;
    const first = random.below(alike.length);
    for (let t = 0; t < Math.min(TRIES, alike.length); t++) {
      const p = alike[(first + t) % alike.length]!;
      if (Math.abs(records.rewards.day[r]! - records.pos.day[p]!) <= NEAR_DAYS) return p;
    }
    return alike[first]!;
  }
}

function rowsByAmount(amountCents: Int32Array): Map<number, number[]> {
  const rows = new Map<number, number[]>();
  for (const [row, cents] of amountCents.entries()) {
    const same = rows.get(cents);
    if (same) same.push(row);
    else rows.set(cents, [row]);
  }
  return rows;
}

const pairKey = (r: number, p: number): number => r * 0x4000000 + p;
