// A job's own share of true pairs among its candidates, estimated without labels. Training's share is where it starts,
// and stays the answer for small jobs.

/** How many pairs' worth of evidence training's share weighs against a job's own. */
const PRIOR_WEIGHT = 400;
const ROUNDS = 20;
/** An estimate further than this from training's is taken for a misreading of the data. */
const MAX_SHIFT = 1.5;
/** Chances are added up in such units, as whole numbers: of up to 8 million expected matches their order makes no difference. */
const UNITS = 2 ** 30;

const logit = (p: number): number => Math.log(p / (1 - p));

/**
 * What to add to every pair's log-odds: expectation–maximisation of the prior under label shift
 * (Saerens, Latinne and Decaestecker, 2002), shrunk towards training's. Of `pairs` pairs, those without a log-odds are
 * hopeless.
 */
export function estimatePriorShift(logOdds: Float64Array, pairs: number, trainingPrior: number): number {
  let shift = 0;
  for (let round = 0; round < ROUNDS; round++) {
    let expected = 0;
    for (let i = 0; i < logOdds.length; i++)
      expected += Math.round(UNITS / (1 + Math.exp(-(logOdds[i]! + shift))));
    const prior = (PRIOR_WEIGHT * trainingPrior + expected / UNITS) / (pairs + PRIOR_WEIGHT);
    const next = Math.max(-MAX_SHIFT, Math.min(MAX_SHIFT, logit(prior) - logit(trainingPrior)));
    if (next === shift) return shift;
    shift = next;
  }
  return shift;
}
