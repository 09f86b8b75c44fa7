// The pairs that passed, in growing arrays: plain arrays of millions of numbers cost several times the memory.
import type { Candidates } from '../domain.ts';

const FIRST_PAIRS = 16;

/** Pairs in order of reward. */
export type Pairs = Pick<Candidates, 'count' | 'reward' | 'pos' | 'rule'>;

export class PairWriter {
  count = 0;
  private reward: Int32Array = new Int32Array(FIRST_PAIRS);
  private pos: Int32Array = new Int32Array(FIRST_PAIRS);
  private rule: Uint8Array = new Uint8Array(FIRST_PAIRS);

  push(reward: number, pos: number, rule: number): void {
    if (this.count === this.reward.length) this.grow();
    this.reward[this.count] = reward;
    this.pos[this.count] = pos;
    this.rule[this.count++] = rule;
  }

  pairs(): Pairs {
    const { count } = this;
    return {
      count,
      reward: this.reward.slice(0, count),
      pos: this.pos.slice(0, count),
      rule: this.rule.slice(0, count),
    };
  }

  private grow(): void {
    const reward = new Int32Array(this.count * 2);
    reward.set(this.reward);
    this.reward = reward;
    const pos = new Int32Array(this.count * 2);
    pos.set(this.pos);
    this.pos = pos;
    const rule = new Uint8Array(this.count * 2);
    rule.set(this.rule);
    this.rule = rule;
  }
}

/** The pairs of two passes as one: those of a reward stand together, the first pass's first. */
export function joinPasses(first: Pairs, second: Pairs): Pairs {
  const count = first.count + second.count;
  const joined = {
    count,
    reward: new Int32Array(count),
    pos: new Int32Array(count),
    rule: new Uint8Array(count),
  };
  let to = 0;
  let at = 0;
  const copy = ({ reward, pos, rule }: Pairs, from: number): void => {
    joined.reward[to] = reward[from]!;
    joined.pos[to] = pos[from]!;
    joined.rule[to++] = rule[from]!;
  };
  for (let i = 0; i < first.count; i++) {
    while (at < second.count && second.reward[at]! < first.reward[i]!) copy(second, at++);
    copy(first, i);
  }
  while (at < second.count) copy(second, at++);
  return joined;
}
