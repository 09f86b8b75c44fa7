// Where single pairs are measured, one after the other, with everything at hand that does not change between them: tables
// of what was read, and measures with their memories. A pair makes next to nothing that the collector must find.
import type { Transaction } from '@medspasync/schemas';
import { onlyPair } from './compare/only-pair.ts';
import type { Compared, Comparison, Records } from './domain.ts';
import { type PairFindings, pairFindings } from './explain/reason-codes.ts';
import { understandService } from './meaning/understand.ts';
import { PairRecords } from './normalise/pair-records.ts';
import { MOST_TEXTS } from './normalise/pair-tables.ts';
import type { Plan } from './plans/plan.ts';
import type { ServiceEncoder } from './score/scorer.ts';

export interface TransactionPair {
  reward: Transaction;
  pos: Transaction;
}

/** A job of one pair, compared. */
export interface PairJob {
  records: Records;
  compared: Compared;
  comparisons: readonly Comparison[];
  findings: PairFindings;
}

class PairDesk {
  private written = new PairRecords();
  private job!: PairJob;
  private measure!: () => void;
  private understood = 0;
  private current: TransactionPair | undefined;

  constructor(
    private readonly encoder: ServiceEncoder,
    readonly plan: Plan,
  ) {
    this.clear();
  }

  /** The job of a pair: true until the desk turns to another. */
  turnTo(pair: TransactionPair): PairJob {
    if (this.current === pair) return this.job;
    this.current = pair;
    if (!this.written.hasRoom) this.clear();
    this.written.read(pair.reward, pair.pos);
    for (; this.understood < this.written.services; this.understood++)
      understandService(this.job.records.services, this.understood, this.encoder);
    this.measure();
    return this.job;
  }

  private clear(): void {
    this.written = new PairRecords();
    this.understood = 0;
    const { records } = this.written;
    const { width } = this.encoder.manifest;
    records.services.meaning = new Float32Array(MOST_TEXTS * width);
    records.services.meaningWidth = width;
    const comparisons = this.plan.comparisons.map((comparison) => describedOnce(comparison, records));
    const { compared, measure } = onlyPair(records, comparisons);
    this.measure = measure;
    this.job = { records, compared, comparisons, findings: pairFindings(records, compared, comparisons) };
  }
}

/** The comparison with its words bound to `records` when first asked for. */
function describedOnce(comparison: Comparison, records: Records): Comparison {
  let describe: ReturnType<Comparison['describeOf']> | undefined;
  return {
    ...comparison,
    describeOf: () => {
      describe ??= comparison.describeOf(records);
      return describe;
    },
  };
}

const desks = new WeakMap<ServiceEncoder, PairDesk>();

/** What is measured depends on the encoder and the plan, and on no other part of a model. */
export function deskFor(encoder: ServiceEncoder, plan: Plan): PairDesk {
  const known = desks.get(encoder);
  if (known?.plan === plan) return known;
  const desk = new PairDesk(encoder, plan);
  desks.set(encoder, desk);
  return desk;
}
