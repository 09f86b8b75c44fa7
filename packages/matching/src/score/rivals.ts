// How a pair stands against everything else its two rows could be paired with: what a person asks first.
import { type Candidates, HOPELESS_BELOW } from '../domain.ts';

/** One input of the second model output, and how it moves the score. */
export interface RivalFeature {
  name: string;
  direction: 1 | -1 | 0;
}

export const RIVAL_FEATURES: readonly RivalFeature[] = [
  { name: 'score', direction: 1 },
  { name: 'lead_for_reward', direction: 1 },
  { name: 'lead_for_pos', direction: 1 },
  { name: 'free_lead_for_reward', direction: 1 },
  { name: 'free_lead_for_pos', direction: 1 },
];

/** Beyond this lead in log-odds, more says nothing more. */
const MAX_LEAD = 20;

/**
 * Best and second-best score of each row, so that any pair finds the best of the others at once. Every row has a hopeless
 * candidate: the books are full of them, and how many a search looks at must not matter.
 */
class BestTwo {
  private readonly best: Float64Array;
  private readonly bestPair: Int32Array;
  private readonly second: Float64Array;

  constructor(rows: number) {
    this.best = new Float64Array(rows).fill(HOPELESS_BELOW);
    this.bestPair = new Int32Array(rows).fill(-1);
    this.second = new Float64Array(rows).fill(HOPELESS_BELOW);
  }

  /** Hopeless scores are worth the same: whether such a pair was dropped makes no difference to the others. */
  offer(row: number, own: number, pair: number): void {
    const score = Math.max(HOPELESS_BELOW, own);
    if (score > this.best[row]!) {
      this.second[row] = this.best[row]!;
      this.best[row] = score;
      this.bestPair[row] = pair;
    } else if (score > this.second[row]!) this.second[row] = score;
  }

  /** The best score at a row that does not come from `pair`. */
  bestOther(row: number, pair: number): number {
    return this.bestPair[row] === pair ? this.second[row]! : this.best[row]!;
  }
}

/**
 * pairs × 5 inputs: the pair's own score, its lead over the best rival of its reward and of its POS row, and the same
 * leads after each rival is discounted by its own better partner (a patient's other visit has its own reward).
 */
export function rivalFeatures(
  candidates: Candidates,
  scores: Float64Array,
  rewardRows: number,
  posRows: number,
): Float32Array {
  const { count, reward, pos } = candidates;
  const ofReward = new BestTwo(rewardRows);
  const ofPos = new BestTwo(posRows);
  for (let i = 0; i < count; i++) {
    ofReward.offer(reward[i]!, scores[i]!, i);
    ofPos.offer(pos[i]!, scores[i]!, i);
  }
  const freeOfReward = new BestTwo(rewardRows);
  const freeOfPos = new BestTwo(posRows);
  for (let i = 0; i < count; i++) {
    const score = scores[i]!;
    freeOfReward.offer(reward[i]!, score - Math.max(0, ofPos.bestOther(pos[i]!, i)), i);
    freeOfPos.offer(pos[i]!, score - Math.max(0, ofReward.bestOther(reward[i]!, i)), i);
  }
  const features = new Float32Array(count * RIVAL_FEATURES.length);
  for (let i = 0; i < count; i++) {
    const at = i * RIVAL_FEATURES.length;
    const score = scores[i]!;
    features[at] = score;
    features[at + 1] = lead(score, ofReward.bestOther(reward[i]!, i));
    features[at + 2] = lead(score, ofPos.bestOther(pos[i]!, i));
    features[at + 3] = lead(score, freeOfReward.bestOther(reward[i]!, i));
    features[at + 4] = lead(score, freeOfPos.bestOther(pos[i]!, i));
  }
  return features;
}

const lead = (score: number, rival: number): number => Math.max(-MAX_LEAD, Math.min(MAX_LEAD, score - rival));
