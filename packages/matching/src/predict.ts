// Pairs scored one by one, each as a job of its own two rows: no other row has a say.
import { DEFAULT_THRESHOLD, type Transaction } from '@medspasync/schemas';
import { compareOnlyPair, featureMatrix } from './compare/compare.ts';
import type { Compared, Records, Scored } from './domain.ts';
import { approvalBounds } from './explain/approval-bounds.ts';
import { decide } from './explain/decide.ts';
import { explainerOf, heldAt } from './explain/explanations.ts';
import { pairFindings } from './explain/reason-codes.ts';
import { understandNow } from './meaning/understand.ts';
import { normalise } from './normalise/normalise.ts';
import { assertModelFits } from './plans/model-fits-plan.ts';
import { featureNamesOf, type Plan } from './plans/plan.ts';
import { rewardsToPos } from './plans/rewards-to-pos.ts';
import type { PairPrediction } from './report.ts';
import { scoreAlone, scoreNow } from './score/score-alone.ts';
import type { Scorer } from './score/scorer.ts';

export interface PredictOptions {
  scorer: Scorer;
  /** Smallest probability that counts as a match. Default 0.95. */
  threshold?: number;
  plan?: Plan;
}

export interface TransactionPair {
  reward: Transaction;
  pos: Transaction;
}

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
 * One pair by itself, at once; what it is worth without a word, until its explanation is read. Throws where the model's
 * trees are not known: then only its runtime can tell.
 */
export function predictPairNow(
  reward: Transaction,
  pos: Transaction,
  options: PredictOptions,
): PairPrediction {
  const { scorer, plan = rewardsToPos } = options;
  assertModelFits(scorer.manifest, plan);
  if (scorer.evaluator === undefined) throw new Error('this model is answered by its runtime only');
  const job = jobOf({ reward, pos }, plan, scorer);
  return predictionOf(job, scoreNow(job.compared, scorer, scorer.evaluator), options);
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
    const jobs = pairs.slice(from, from + BATCH_PAIRS).map((pair) => jobOf(pair, plan, scorer));
    const scored = await scoreAlone(
      jobs.map(({ compared }) => compared),
      scorer,
    );
    for (const [i, job] of jobs.entries()) predictions.push(predictionOf(job, scored[i]!, options));
  }
  return predictions;
}

/** Pairs whose tables are held in memory at once. */
const BATCH_PAIRS = 64;

interface Job {
  records: Records;
  compared: Compared;
}

function jobOf({ reward, pos }: TransactionPair, plan: Plan, { encoder }: Scorer): Job {
  const records = understandNow(normalise({ rewards: [reward], pos: [pos] }), encoder);
  return { records, compared: compareOnlyPair(records, plan.comparisons) };
}

function predictionOf(
  { records, compared }: Job,
  scored: Scored,
  { scorer, threshold = DEFAULT_THRESHOLD, plan = rewardsToPos }: PredictOptions,
): PairPrediction {
  const explainer = explainerOf(records, scored, plan.comparisons, plan.rivals);
  const findings = pairFindings(records, compared, plan.comparisons);
  const found = {
    codes: findings.codesOf(0),
    isAmountOpen: findings.isAmountOpen(0),
    isNameOpen: findings.isNameOpen(0),
    isClose: false,
    isReversal: records.rewards.reversal[0] === 1 || records.pos.reversal[0] === 1,
  };
  const { verdict, held } = decide(explainer.totalOf(0), found, {
    threshold,
    doubtfulCeiling: plan.assignment.doubtfulCeiling,
    bounds: approvalBounds(scorer.manifest, null),
  });
  return {
    ...verdict,
    get explanation() {
      const explanation = explainer.explain(0);
      return held === null ? explanation : heldAt(explanation, verdict.matchProbability, plan.held, held);
    },
    get features() {
      const { features } = featureMatrix(compared);
      return featureNamesOf(plan).map((feature, i) => {
        const value = features[i]!;
        return { feature, value: Number.isNaN(value) ? null : value };
      });
    },
  };
}
