// Pairs the gate would never let through: two people who only share a day or an amount. The trees must see them, or a pair
// scored by itself could get away with an equal amount and another name.
import { compare, type Plan } from '@medspasync/matching/stages';
import { createRandom } from '@medspasync/test-kit';
import type { LabelledCandidates } from './label-pairs.ts';

const PAIRS_PER_REWARD = 2;
/** POS rows looked at to find one on the same day or with the same amount. */
const TRIES = 40;

/** Unlabelled by the book but false by construction: random pairs that are not candidates, all with label 0. */
export function strangers(
  book: LabelledCandidates,
  plan: Plan,
): { features: Float32Array; labels: Uint8Array } {
  const { records, candidates } = book;
  const known = new Set<number>();
  for (let i = 0; i < candidates.count; i++) known.add(pairKey(candidates.reward[i]!, candidates.pos[i]!));
  const random = createRandom(candidates.count);
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
    skippedBlocks: 0,
  };
  const { features } = compare(records, pairs, plan.comparisons);
  return { features, labels: new Uint8Array(reward.length) };

  /** Every other stranger shares the day or the amount, where one is found. */
  function drawAlike(r: number, n: number): number {
    let p = random.below(records.pos.count);
    for (let t = 0; n % 2 === 0 && t < TRIES; t++) {
      const sameDay = records.rewards.day[r] === records.pos.day[p];
      const sameAmount = records.rewards.amountCents[r] === records.pos.amountCents[p];
      if (sameAmount || (sameDay && t > TRIES / 2)) break;
      p = random.below(records.pos.count);
    }
    return p;
  }
}

const pairKey = (r: number, p: number): number => r * 0x4000000 + p;
