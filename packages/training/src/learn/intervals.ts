// 95 % intervals in closed form: the same pairs give the same interval, and more pairs a narrower one.

export interface Interval {
  low: number;
  high: number;
}

/** A measured share with the interval it is known to. */
export interface Figure extends Interval {
  value: number;
}

/** Standard normal quantile of 0.975. */
const Z = 1.959963984540054;

/** An end of Wilson's score interval of a share (1927): the lower for positive, the upper for negative standard errors. */
export function shareIntervalEnd(successes: number, trials: number, standardErrors: number): number {
  const share = successes / trials;
  const z2 = standardErrors ** 2;
  const spread = standardErrors * Math.sqrt((share * (1 - share) + z2 / (4 * trials)) / trials);
  return (share + z2 / (2 * trials) - spread) / (1 + z2 / trials);
}

/** Wilson's 95 % interval of a share. Nothing counted is nothing known. */
export function shareInterval(successes: number, trials: number): Interval {
  if (trials === 0) return { low: 0, high: 1 };
  return {
    low: successes === 0 ? 0 : shareIntervalEnd(successes, trials, Z),
    high: successes === trials ? 1 : shareIntervalEnd(successes, trials, -Z),
  };
}

/**
 * F1 is a monotone function of right claims over all claims and misses, which is a share: its Wilson interval carries over
 * (Lam, Gopal and Qian, "Confidence intervals for the F1 score", 2023).
 */
export function f1Interval(truePositives: number, falsePositives: number, falseNegatives: number): Interval {
  const { low, high } = shareInterval(truePositives, truePositives + falsePositives + falseNegatives);
  return { low: (2 * low) / (1 + low), high: (2 * high) / (1 + high) };
}

const BISECTIONS = 60;

/** Newcombe's fifth method for the area under a curve (2006), which stays open where the ranking is perfect. */
export function areaInterval(area: number, positives: number, negatives: number): Interval {
  if (positives === 0 || negatives === 0) return { low: 0, high: 1 };
  const half = (positives + negatives) / 2 - 1;
  const deviationAt = (a: number): number =>
    Math.sqrt(
      (a * (1 - a) * (1 + half * ((1 - a) / (2 - a)) + half * (a / (1 + a)))) / (positives * negatives),
    );
  /** Where the distance to the measured area is Z deviations, between it and the end of the scale. */
  const boundTowards = (end: 0 | 1): number => {
    let inside = area;
    let outside: number = end;
    for (let i = 0; i < BISECTIONS; i++) {
      const tried = (inside + outside) / 2;
      if (Math.abs(area - tried) <= Z * deviationAt(tried)) inside = tried;
      else outside = tried;
    }
    return inside;
  };
  return { low: boundTowards(0), high: area === 1 ? 1 : boundTowards(1) };
}
