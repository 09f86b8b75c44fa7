// The shape of a plan: a matching engine as one declared value.
import type { BlockingRule, Comparison, Gate } from '../domain.ts';
import type { RivalFeature } from '../score/rivals.ts';

/** How scores become decisions, in probabilities and log-odds. */
export interface AssignmentRules {
  /** Pairs below this probability are not worth a place in the assignment. */
  cutBelow: number;
  /** A free rival this close in log-odds makes a match a review: ties never go to chance. */
  tieWithinLogOdds: number;
  /** A free rival this close in log-odds keeps a match from being approved without a person. */
  approvalLeadLogOdds: number;
  /** A row is taken for others only by a pair this sure. */
  sureFromLogOdds: number;
  /** The most POS rows one reward may be split over, and rewards one invoice may carry. */
  largestGroup: number;
  /** What a group's members need in log-odds without their amounts, which only fit as a sum. */
  groupFromLogOdds: number;
  /** The most a tie or a household may be worth: a person looks, whatever else agrees. */
  doubtfulCeiling: number;
}

export interface Plan {
  name: string;
  blockOn: readonly BlockingRule[];
  gate: Gate;
  comparisons: readonly Comparison[];
  rivals: { name: string; label: string; features: readonly RivalFeature[] };
  /** The row of an explanation that takes back what a pair is not worth, whatever its comparisons say. */
  held: { name: string; label: string };
  assignment: AssignmentRules;
}

/** Every model input of a plan, in the order models read them. */
export const featureNamesOf = (plan: Plan): string[] =>
  plan.comparisons.flatMap((comparison) => comparison.features.map((feature) => feature.name));

/** How wide a model's inputs are, comparison by comparison. */
export const inputWidthsOf = (plan: Plan): { comparisons: number[]; rivals: number } => ({
  comparisons: plan.comparisons.map((comparison) => comparison.features.length),
  rivals: plan.rivals.features.length,
});
