// Pairs scored one by one, each as a job of its own two rows: no other row has a say.
import {
  type ConfidenceLevel,
  DEFAULT_THRESHOLD,
  type Explanation,
  type Recommendation,
  type Result,
  type Transaction,
} from '@medspasync/schemas';
import type { AliasBook } from './alias-book.ts';
import { featureMatrix } from './compare/compare.ts';
import { compareOnlyPair } from './compare/only-pair.ts';
import type { Scored } from './domain.ts';
import { approvalBounds } from './explain/approval-bounds.ts';
import { decide, type Verdict } from './explain/decide.ts';
import { explainerOf, heldAt, totalOf } from './explain/explanations.ts';
import { pairFindings } from './explain/reason-codes.ts';
import { understandNow } from './meaning/understand.ts';
import { normalise } from './normalise/normalise.ts';
import { deskFor, type PairJob, type TransactionPair } from './pair-desk.ts';
import { assertModelFits } from './plans/model-fits-plan.ts';
import { featureNamesOf, type Plan } from './plans/plan.ts';
import { rewardsToPos } from './plans/rewards-to-pos.ts';
import type { NameAlias, PairPrediction } from './report.ts';
import { scoreAlone, scoreNow } from './score/score-alone.ts';
import type { Scorer } from './score/scorer.ts';

export interface PredictOptions {
  scorer: Scorer;
  /** Smallest probability that counts as a match. Default 0.95. */
  threshold?: number;
  plan?: Plan;
  /** Names a person said belong together. */
  aliases?: AliasBook;
}

export type { TransactionPair } from './pair-desk.ts';

/** One pair by itself. */
export async function predictPair(
  reward: Transaction,
  pos: Transaction,
  options: PredictOptions,
): Promise<PairPrediction> {
  const [prediction] = await predictPairs([{ reward, pos }], options);
  return prediction!;
}

/**
 * One pair by itself, at once; what it is worth without a word, until its explanation is read: the rows must stay as they
 * are until then. Throws where the model's trees are not known: then only its runtime can tell.
 */
export function predictPairNow(
  reward: Transaction,
  pos: Transaction,
  options: PredictOptions,
): PairPrediction {
  const { scorer, plan = rewardsToPos } = options;
  assertModelFits(scorer.manifest, plan);
  if (scorer.evaluator === undefined) throw new Error('this model is answered by its runtime only');
  const pair = { reward, pos };
  const alias = aliasOf(pair, options);
  if (alias.length > 0) {
    const own = jobOf(pair, plan, scorer, alias);
    return predictionOf(own, () => own, scoreNow(own.compared, scorer, scorer.evaluator), options);
  }
  const desk = deskFor(scorer.encoder, plan);
  const job = desk.turnTo(pair);
  const scored = scoreNow(job.compared, scorer, scorer.evaluator);
  return predictionOf(job, () => desk.turnTo(pair), scored, options);
}

/** Many independent pairs, in order. A pair's answer does not depend on its company. */
export async function predictPairs(
  pairs: readonly TransactionPair[],
  options: PredictOptions,
): Promise<PairPrediction[]> {
  const { scorer, plan = rewardsToPos } = options;
  if (scorer.evaluator !== undefined) {
    return pairs.map(({ reward, pos }) => predictPairNow(reward, pos, options));
  }
  assertModelFits(scorer.manifest, plan);
  const predictions: PairPrediction[] = [];
  for (let from = 0; from < pairs.length; from += BATCH_PAIRS) {
    const jobs = pairs
      .slice(from, from + BATCH_PAIRS)
      .map((pair) => jobOf(pair, plan, scorer, aliasOf(pair, options)));
    const scored = await scoreAlone(
      jobs.map(({ compared }) => compared),
      scorer,
    );
    for (const [i, job] of jobs.entries())
      predictions.push(predictionOf(job, () => job, scored[i]!, options));
  }
  return predictions;
}

/** Pairs whose tables are held in memory at once. */
const BATCH_PAIRS = 64;

/** What is known of the two names: the desk's tables know nothing of any, so such a pair, of which there are few, is its own job. */
function aliasOf({ reward, pos }: TransactionPair, { aliases }: PredictOptions): NameAlias[] {
  const alias = aliases?.find(reward.customerName, pos.customerName);
  return alias === undefined ? [] : [alias];
}

function jobOf(
  { reward, pos }: TransactionPair,
  plan: Plan,
  { encoder }: Scorer,
  aliases: readonly NameAlias[],
): PairJob {
  const records = understandNow(normalise({ rewards: [reward], pos: [pos] }, { aliases }), encoder);
  const compared = compareOnlyPair(records, plan.comparisons);
  return {
    records,
    compared,
    comparisons: plan.comparisons,
    findings: pairFindings(records, compared, plan.comparisons),
  };
}

/** `again` gives the job back when words are asked for: another pair may have been at its desk since. */
function predictionOf(
  { records, findings }: PairJob,
  again: () => PairJob,
  scored: Scored,
  { scorer, threshold = DEFAULT_THRESHOLD, plan = rewardsToPos }: PredictOptions,
): PairPrediction {
  const found = {
    codes: findings.codesOf(0),
    isAmountOpen: findings.isAmountOpen(0),
    doubt: findings.doubtOf(0),
    areTwoPeople: findings.areTwoPeople(0),
    isClose: false,
    isKnownHousehold: findings.isKnownHousehold(0),
    isReversal: records.rewards.reversal[0] !== 0 || records.pos.reversal[0] !== 0,
  };
  const { verdict, held } = decide(totalOf(scored, 0), found, {
    threshold,
    doubtfulCeiling: plan.assignment.doubtfulCeiling,
    bounds: approvalBounds(scorer.manifest, null),
  });
  return new Prediction(verdict, held, scored, plan, again);
}

/** A verdict whose words are found when they are read: a class, because getters of an object's own cost as much as its trees. */
class Prediction implements PairPrediction {
  readonly matchProbability: number;
  readonly confidenceLevel: ConfidenceLevel;
  readonly recommendation: Recommendation;
  readonly result: Result;
  readonly #held: string | null;
  readonly #scored: Scored;
  readonly #plan: Plan;
  readonly #again: () => PairJob;

  constructor(verdict: Verdict, held: string | null, scored: Scored, plan: Plan, again: () => PairJob) {
    this.matchProbability = verdict.matchProbability;
    this.confidenceLevel = verdict.confidenceLevel;
    this.recommendation = verdict.recommendation;
    this.result = verdict.result;
    this.#held = held;
    this.#scored = scored;
    this.#plan = plan;
    this.#again = again;
  }

  get explanation(): Explanation {
    const { records, comparisons } = this.#again();
    const { held, rivals } = this.#plan;
    const explanation = explainerOf(records, this.#scored, comparisons, rivals).explain(0);
    return this.#held === null ? explanation : heldAt(explanation, this.matchProbability, held, this.#held);
  }

  get features(): PairPrediction['features'] {
    const { features } = featureMatrix(this.#again().compared);
    return featureNamesOf(this.#plan).map((feature, i) => {
      const value = features[i]!;
      return { feature, value: Number.isNaN(value) ? null : value };
    });
  }
}
