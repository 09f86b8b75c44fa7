// One comparison over many pairs. Where pairs measure alike, equal values are measured once, and each distinct input is kept
// and scored once. Where they hardly do, inputs are scored as they come, and those of the pairs that are left kept.
import {
  type Comparison,
  DistinctInputs,
  Float32List,
  type Inputs,
  Int32List,
  type Records,
  type Sieve,
} from '../domain.ts';
import { InputFinder, type PairsAtHand } from './input-finder.ts';
import type { PairClasses } from './row-classes.ts';

type LogOddsOf = Sieve['contributions'][number];

export interface MeasuredComparison {
  /** Makes room for so many pairs at hand. */
  makeRoomFor(pairs: number): void;
  /** Measures the pairs at hand, and adds the model's log-odds of each to `known`, where the model is known. */
  measure(pairs: PairsAtHand, known: Float64Array): void;
  /** What was measured of pair `from` at hand is now pair `to`'s. */
  move(from: number, to: number): void;
  /** The first `count` pairs at hand are left. */
  keep(count: number): void;
  /** The inputs of all pairs kept. */
  toInputs(): Inputs;
}

export const measuredComparison = (
  records: Records,
  comparison: Comparison,
  pairs: number,
  logOddsOf: LogOddsOf | undefined,
  classes: PairClasses | undefined,
): MeasuredComparison =>
  comparison.isVaried
    ? new VariedComparison(records, comparison, logOddsOf)
    : new RepeatedComparison(records, comparison, pairs, logOddsOf, classes);

class RepeatedComparison implements MeasuredComparison {
  private inputOf = new Int32Array(0);
  private readonly finder: InputFinder;
  private readonly kept = new Int32List();

  constructor(...finds: ConstructorParameters<typeof InputFinder>) {
    this.finder = new InputFinder(...finds);
  }

  makeRoomFor(pairs: number): void {
    this.inputOf = new Int32Array(pairs);
  }

  measure(pairs: PairsAtHand, known: Float64Array): void {
    this.finder.find(pairs, this.inputOf);
    this.finder.addLogOdds(this.inputOf, pairs.count, known);
  }

  move(from: number, to: number): void {
    this.inputOf[to] = this.inputOf[from]!;
  }

  keep(count: number): void {
    for (let k = 0; k < count; k++) this.kept.push(this.inputOf[k]!);
  }

  toInputs(): Inputs {
    return this.finder.inputs(this.kept.toArray());
  }
}

class VariedComparison implements MeasuredComparison {
  private readonly width: number;
  private readonly measureInto;
  private rows = new Float32Array(0);
  /** Of each of these rows, where the model is known. */
  private rowLogOdds = new Float32Array(0);
  private readonly distinct: DistinctInputs;
  /** Of each distinct input. */
  private readonly logOdds = new Float32List();
  private readonly kept = new Int32List();

  constructor(
    records: Records,
    { features, measureOf }: Comparison,
    private readonly logOddsOf: LogOddsOf | undefined,
  ) {
    this.width = features.length;
    this.measureInto = measureOf(records);
    this.distinct = new DistinctInputs(this.width);
  }

  makeRoomFor(pairs: number): void {
    this.rows = new Float32Array(pairs * this.width);
    this.rowLogOdds = new Float32Array(pairs);
  }

  measure({ reward, pos, which, count }: PairsAtHand, known: Float64Array): void {
    const { width } = this;
    const { rows, rowLogOdds, logOddsOf } = this;
    for (let k = 0; k < count; k++) this.measureInto(reward[which[k]!]!, pos[which[k]!]!, rows, k * width);
    if (logOddsOf === undefined) return;
    for (let k = 0; k < count; k++) {
      rowLogOdds[k] = logOddsOf(rows, k * width);
      known[k] = known[k]! + rowLogOdds[k]!;
    }
  }

  move(from: number, to: number): void {
    const { width } = this;
    const rows = this.rows;
    for (let f = 0; f < width; f++) rows[to * width + f] = rows[from * width + f]!;
    this.rowLogOdds[to] = this.rowLogOdds[from]!;
  }

  keep(count: number): void {
    const { width, distinct } = this;
    const rows = this.rows;
    for (let k = 0; k < count; k++) {
      for (let f = 0; f < width; f++) distinct.row[f] = rows[k * width + f]!;
      const id = distinct.idOfRow();
      if (id === this.logOdds.length) this.logOdds.push(this.rowLogOdds[k]!);
      this.kept.push(id);
    }
  }

  toInputs(): Inputs {
    return {
      width: this.width,
      values: this.distinct.toArray(),
      inputOf: this.kept.toArray(),
      logOdds: this.logOddsOf && this.logOdds.toArray(),
    };
  }
}
