// Many judged rewards → the figures that are told about an engine.
import type { JudgedReward } from './evaluate-engine.ts';
import { f1Interval, type Interval, shareInterval } from './learn/intervals.ts';
import { areaUnderCurve, calibrationError, precisionRecall } from './measure-quality.ts';

/**
 * Shares are NaN where there was nothing to take a share of: nothing claimed, nothing to find, nothing approved, nothing to rank.
 * Intervals of 95 % take rows as independent.
 */
export interface Judgement {
  rewards: number;
  precision: number;
  recall: number;
  f1: number;
  precisionInterval: Interval;
  f1Interval: Interval;
  /** Ranking and calibration of the probability given with each reward's named counterpart. */
  auc: number;
  calibrationError: number;
  /** Share of rewards approved without a person, and how many of those are right. */
  autoApproved: number;
  autoPrecision: number;
}

export function summariseJudgement(rewards: readonly JudgedReward[]): Judgement {
  const sum = (of: (reward: JudgedReward) => number): number =>
    rewards.reduce((total, r) => total + of(r), 0);
  const named = rewards.filter((reward) => reward.named);
  const probabilities = Float64Array.from(named, (reward) => reward.probability);
  const labels = Uint8Array.from(named, (reward) => Number(reward.isTrue));
  const approved = named.filter((reward) => reward.recommendation === 'AUTO_APPROVE');
  const claimed = sum((r) => r.claimed);
  const toFind = sum((r) => r.toFind);
  const right = sum((r) => r.right);
  const { precision, recall, f1 } = precisionRecall(right, claimed, toFind);
  return {
    rewards: rewards.length,
    precision: claimed === 0 ? Number.NaN : precision,
    recall: toFind === 0 ? Number.NaN : recall,
    f1: toFind === 0 ? Number.NaN : f1,
    precisionInterval: shareInterval(right, claimed),
    f1Interval: f1Interval(right, claimed - right, toFind - right),
    auc: areaUnderCurve(probabilities, labels),
    calibrationError: calibrationError(probabilities, labels),
    autoApproved: rewards.length === 0 ? 0 : approved.length / rewards.length,
    autoPrecision:
      approved.length === 0 ? Number.NaN : approved.filter((r) => r.isTrue).length / approved.length,
  };
}

/** Rewards by some key, judged apart; a reward may stand under several keys. */
export function judgeBy(
  rewards: readonly JudgedReward[],
  keysOf: (reward: JudgedReward) => readonly string[],
): Map<string, Judgement> {
  const groups = new Map<string, JudgedReward[]>();
  for (const reward of rewards) {
    for (const key of keysOf(reward)) {
      const group = groups.get(key);
      if (group) group.push(reward);
      else groups.set(key, [reward]);
    }
  }
  return new Map([...groups].map(([key, group]) => [key, summariseJudgement(group)]));
}
