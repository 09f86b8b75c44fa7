// The pairs that passed, in growing arrays: plain arrays of millions of numbers cost several times the memory.

const FIRST_PAIRS = 16;

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

  pairs(): { count: number; reward: Int32Array; pos: Int32Array; rule: Uint8Array } {
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
