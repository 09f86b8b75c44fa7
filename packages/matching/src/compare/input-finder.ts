// The distinct input of each pair, where pairs measure alike: pairs of equal values have one, and it is scored once.
import {
  type Comparison,
  DistinctInputs,
  Float32List,
  type Inputs,
  type Records,
  type Sieve,
} from '../domain.ts';
import { IdPairCache } from './id-pair-cache.ts';
import type { PairClasses } from './row-classes.ts';

/** Up to this many pairs of classes have a place each; of more, the latest are remembered. */
const LARGEST_TABLE = 1 << 21;

const NO_PLACE = -1;

type LogOddsOf = Sieve['contributions'][number];

/** Some of all pairs: `which[0 … count)`. */
export interface PairsAtHand {
  reward: Int32Array;
  pos: Int32Array;
  which: Int32Array;
  count: number;
}

export class InputFinder {
  private readonly width: number;
  private readonly distinct: DistinctInputs;
  private readonly measure;
  /** By pair of classes, the distinct input plus one; 0 where none was measured. */
  private readonly table: Int32Array | undefined;
  private readonly cache: IdPairCache | undefined;
  /** By distinct input, once the model's trees are known. */
  private readonly logOdds = new Float32List();

  constructor(
    records: Records,
    comparison: Comparison,
    pairs: number,
    private readonly logOddsOf: LogOddsOf | undefined,
    private readonly classes: PairClasses | undefined,
  ) {
    const { features, measureOf } = comparison;
    this.width = features.length;
    this.distinct = new DistinctInputs(this.width);
    this.measure = measureOf(records);
    if (classes === undefined) return;
    const places = classes.reward.count * classes.pos.count;
    if (places <= LARGEST_TABLE && places <= pairs * 8) this.table = new Int32Array(places);
    else this.cache = new IdPairCache(pairs);
  }

  /** Writes the distinct input of pairs `which[0 … count)` into `inputOf`. */
  find(pairs: PairsAtHand, inputOf: Int32Array): void {
    if (this.classes === undefined) {
      const { reward, pos, which, count } = pairs;
      for (let k = 0; k < count; k++) inputOf[k] = this.measured(reward[which[k]!]!, pos[which[k]!]!);
    } else if (this.table !== undefined) this.findInTable(this.table, this.classes, pairs, inputOf);
    else this.findInCache(this.cache!, this.classes, pairs, inputOf);
  }

  /** Adds the model's log-odds of each input to `sums`, where the model is known. */
  addLogOdds(inputOf: Int32Array, count: number, sums: Float64Array): void {
    if (this.logOddsOf === undefined) return;
    const logOdds = this.logOdds.items;
    for (let k = 0; k < count; k++) sums[k] = sums[k]! + logOdds[inputOf[k]!]!;
  }

  /** The distinct inputs that some pair has, numbered anew. `inputOf` is written over. */
  inputs(inputOf: Int32Array): Inputs {
    const { width, logOddsOf } = this;
    const all = this.distinct.view();
    const place = new Int32Array(all.length / width).fill(NO_PLACE);
    let used = 0;
    for (let i = 0; i < inputOf.length; i++) {
      const id = inputOf[i]!;
      if (place[id] === NO_PLACE) place[id] = used++;
      inputOf[i] = place[id]!;
    }
    const values = new Float32Array(used * width);
    const logOdds = logOddsOf && new Float32Array(used);
    for (let id = 0; id < place.length; id++) {
      const to = place[id]!;
      if (to === NO_PLACE) continue;
      for (let f = 0; f < width; f++) values[to * width + f] = all[id * width + f]!;
      if (logOdds !== undefined) logOdds[to] = this.logOdds.items[id]!;
    }
    return { width, values, inputOf, logOdds };
  }

  private findInTable(
    table: Int32Array,
    { reward, pos }: PairClasses,
    pairs: PairsAtHand,
    inputOf: Int32Array,
  ): void {
    const { which, count } = pairs;
    const { classOf: classOfPos, count: width } = pos;
    for (let k = 0; k < count; k++) {
      const r = pairs.reward[which[k]!]!;
      const p = pairs.pos[which[k]!]!;
      const place = reward.classOf[r]! * width + classOfPos[p]!;
      let found = table[place]!;
      if (found === 0) {
        found = this.measured(r, p) + 1;
        table[place] = found;
      }
      inputOf[k] = found - 1;
    }
  }

  private findInCache(
    cache: IdPairCache,
    { reward, pos }: PairClasses,
    pairs: PairsAtHand,
    inputOf: Int32Array,
  ): void {
    const { which, count } = pairs;
    for (let k = 0; k < count; k++) {
      const r = pairs.reward[which[k]!]!;
      const p = pairs.pos[which[k]!]!;
      const a = reward.classOf[r]!;
      const b = pos.classOf[p]!;
      const slot = cache.slotOf(a, b);
      if (!cache.holds(slot, a, b)) cache.set(slot, a, b, this.measured(r, p));
      inputOf[k] = cache.value[slot]!;
    }
  }

  private measured(r: number, p: number): number {
    const { distinct } = this;
    this.measure(r, p, distinct.row, 0);
    const id = distinct.idOfRow();
    // Inputs are numbered as they come: a new one is scored.
    if (this.logOddsOf !== undefined && id === this.logOdds.length)
      this.logOdds.push(this.logOddsOf(distinct.row, 0));
    return id;
  }
}
