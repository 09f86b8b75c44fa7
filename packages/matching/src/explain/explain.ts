// Stage 6: what was decided, why, and what came second: one result per reward, then one per POS row nobody claimed.
import { type ExceptionCode, type Explanation, REVIEW_FLOOR } from '@medspasync/schemas';
import {
  type Assigned,
  contentOrders,
  type Records,
  type RowRange,
  type Scored,
  type SumGroup,
} from '../domain.ts';
import type { MatchResult, NearestReward, RunnerUp } from '../report.ts';
import { claimDoubts, rewardOfSameCode } from './claim-doubts.ts';
import { type Decision, decide, TWO_PEOPLE, TWO_PEOPLE_CEILING } from './decide.ts';
import { type Explainer, explainerOf, heldAt, heldLogOdds, type PairContext } from './explanations.ts';
import { type BestPairs, bestPairsOfPos, bestPairsOfRewards } from './nearest.ts';
import { otherLines, otherReward } from './other-sums.ts';
import { type PairFindings, pairFindings } from './reason-codes.ts';
import type { ExplainedPlan, ExplainLimits, ReportBasis, ResultMaker } from './report-basis.ts';
import { type LostSale, lostSales, lostSaleWords, noteOn } from './reversals.ts';
import { unclaimed } from './unclaimed.ts';
import { unmatched } from './unmatched.ts';

const sigmoid = (x: number): number => 1 / (1 + Math.exp(-x));
const logit = (p: number): number => Math.log(p / (1 - p));

/** The most a pair that was not assigned may be worth. */
const BELOW_REVIEW = logit(REVIEW_FLOOR - 0.01);
const HELD_BY_ANOTHER = 'Another reward holds this sale';
const NONE_IS_FREE = 'No sale that fits is free';

export const resultMaker = (basis: ReportBasis, plan: ExplainedPlan): ResultMaker =>
  new Reporter(basis, plan);

/** The results of all rewards, then those of all POS rows nobody claimed. */
export function* allResults(maker: ResultMaker, { rewards, pos }: Records): Generator<MatchResult> {
  yield* maker.ofRewards({ from: 0, to: rewards.members.length });
  yield* maker.ofUnclaimed({ from: 0, to: pos.members.length });
}

/** What a reward was assigned, and what is decided about it. */
interface Claim {
  pair: number;
  group: SumGroup | undefined;
  tie: number | undefined;
  reasonCodes: ExceptionCode[];
  /** Another candidate comes close. */
  isContested: boolean;
  decision: Decision;
}

class Reporter implements ResultMaker {
  private readonly records: Records;
  private readonly scored: Scored;
  private readonly assigned: Assigned;
  private readonly limits: ExplainLimits;
  private readonly claimed: Uint8Array;
  private readonly held: ExplainedPlan['held'];
  private readonly explainer: Explainer;
  private readonly findings: PairFindings;
  private readonly lostSaleOf: LostSale;
  private readonly nearest;
  private readonly nearestOfPos: BestPairs | null;

  constructor(
    { records, compared, scored, assigned, limits, claimed }: ReportBasis,
    { comparisons, rivals, held }: ExplainedPlan,
  ) {
    this.records = records;
    this.scored = scored;
    this.assigned = assigned;
    this.limits = limits;
    this.claimed = claimed;
    this.held = held;
    this.explainer = explainerOf(records, scored, comparisons, rivals);
    this.findings = pairFindings(records, compared, comparisons);
    this.lostSaleOf = lostSales(records);
    const { pairs } = contentOrders(records, scored.candidates);
    this.nearest = bestPairsOfRewards(scored, records.rewards.count, pairs);
    this.nearestOfPos =
      limits.explanations === 'full' ? bestPairsOfPos(scored, records.pos.count, pairs) : null;
  }

  *ofRewards({ from, to }: RowRange): Generator<MatchResult> {
    for (let row = from; row < to; row++) {
      const result = this.ofReward(row);
      for (const posIndex of result.posIndexes) this.claimed[posIndex] = 1;
      yield result;
    }
  }

  *ofUnclaimed({ from, to }: RowRange): Generator<MatchResult> {
    for (let row = from; row < to; row++) if (this.claimed[row] === 0) yield this.ofUnclaimedRow(row);
  }

  private ofReward(row: number): MatchResult {
    const claim = this.claimOf(row);
    if (claim === null) return this.ofUnassigned(row);
    const { pair, group, tie, reasonCodes, isContested, decision } = claim;
    const { verdict, held } = decision;
    const { matchProbability } = verdict;
    const { doubtfulCeiling } = this.limits;
    return {
      rewardIndex: row,
      posIndexes: ascending(this.assigned.posOfReward.get(row)!),
      ...verdict,
      explanation: this.explanationOf(pair, { group, isContested }, matchProbability, held),
      runnerUp: this.tellsRunnerUp(reasonCodes)
        ? (otherLines(this.records, group, doubtfulCeiling) ??
          this.runnerUp(this.scored.candidates.reward[pair]!, pair, tie))
        : null,
      nearestReward:
        tie === pair
          ? this.rivalReward(pair)
          : (otherReward(this.records, group, doubtfulCeiling) ??
            rewardOfSameCode(this.assigned, row, doubtfulCeiling)),
      reasonCodes,
    };
  }

  /** A summary tells it where the choice is open. */
  private tellsRunnerUp(codes: readonly ExceptionCode[]): boolean {
    return this.limits.explanations !== 'summary' || codes.includes('AMBIGUOUS');
  }

  /** What a reward was assigned and what is decided about it; null where it comes to nothing. */
  private claimOf(row: number): Claim | null {
    const pair = this.assigned.pairOfReward[row]!;
    if (pair === -1) return null;
    const group = this.assigned.groups.get(row);
    const tie = this.assigned.ties.get(row);
    const hasSum = group !== undefined && group.sumLogOdds !== null;
    const isTie = tie !== undefined || (group !== undefined && group.alternatives.length > 0);
    const isClose = this.assigned.close.has(row);
    const money = claimDoubts(this.records, this.assigned, row);
    const reasonCodes = [...this.codesOf(pair, group, isTie), ...money.codes];
    const found = {
      codes: reasonCodes,
      isAmountOpen: !hasSum && this.findings.isAmountOpen(pair),
      doubt: this.findings.doubtOf(pair, hasSum) ?? money.doubt,
      areTwoPeople: this.findings.areTwoPeople(pair, hasSum),
      isKnownHousehold: this.findings.isKnownHousehold(pair),
      isClose,
      doOtherSumsFit: tie === undefined && isTie,
    };
    const decision = decide(this.explainer.totalOf(pair, group), found, this.limits);
    if (decision.verdict.result === 'no_match') return null;
    return { pair, group, tie, reasonCodes, isContested: isClose || tie !== undefined, decision };
  }

  private codesOf(pair: number, group: SumGroup | undefined, isTie: boolean): ExceptionCode[] {
    if (!isTie && group === undefined) return this.findings.codesOf(pair);
    const codes: ExceptionCode[] = [];
    if (isTie) codes.push('AMBIGUOUS');
    if (group?.kind === 'split') codes.push('PARTIAL');
    else if (group !== undefined) codes.push('MULTI_CERT');
    const isSum = group !== undefined && group.sumLogOdds !== null;
    for (const code of this.findings.codesOf(pair, isSum)) if (!codes.includes(code)) codes.push(code);
    return codes;
  }

  /** No counterpart: what became of it or of its sale, or else the nearest miss, explains it. */
  private ofUnassigned(row: number): MatchResult {
    const r = this.records.rewards.distinctOf[row]!;
    const note = noteOn(this.records.rewards, r);
    if (note !== null) return { ...unmatched(row, null, 0, null, []), note };
    const lost = this.lostSaleOf(r);
    if (lost !== -1) return this.ofLostSale(row, lost);
    const pair = this.nearest.best[r]!;
    if (pair === -1) return unmatched(row, null, 0, null, ['REDEEMED_NOT_IN_POS']);
    const p = this.scored.candidates.pos[pair]!;
    const holders = this.holdersOf(p).filter((holder) => holder !== row);
    const own = this.scored.logOdds[pair]!;
    const areTwoPeople = this.findings.areTwoPeople(pair);
    const left = Math.min(this.leftover(holders), areTwoPeople ? logit(TWO_PEOPLE_CEILING) : BELOW_REVIEW);
    const probability = sigmoid(Math.min(own, left));
    const why = holders.length > 0 ? HELD_BY_ANOTHER : areTwoPeople ? TWO_PEOPLE : NONE_IS_FREE;
    const held = own <= left ? null : why;
    const runnerUp = this.nearMiss(pair, p, probability, holders.length > 0);
    const code = this.assigned.duplicates.has(row) ? 'DUPLICATE_REDEMPTION' : 'REDEEMED_NOT_IN_POS';
    const explanation = this.explanationOf(pair, { isContested: held !== null }, probability, held);
    return unmatched(row, explanation, probability, runnerUp, [code]);
  }

  /** A refunded sale explains a redemption better than a stranger's, or a slip of the hand. */
  private ofLostSale(row: number, p: number): MatchResult {
    const note = lostSaleWords(this.records, p);
    const runnerUp = { posIndex: this.firstRowOf(p), matchProbability: 0, detail: 'Refunded or voided' };
    return { ...unmatched(row, null, 0, runnerUp, ['REFUND_AFTER_REDEMPTION']), note };
  }

  /** What is left for a row when these rewards have their sales, in log-odds: one row belongs to one reward. */
  private leftover(holders: readonly number[]): number {
    // Below the review floor, since an unmatched row is no match, whatever the pair would be worth alone.
    let left = BELOW_REVIEW;
    for (const holder of holders) {
      const pair = this.assigned.pairOfReward[holder]!;
      if (pair !== -1) left = Math.min(left, -this.scored.logOdds[pair]!);
    }
    return left;
  }

  private holdersOf(p: number): number[] {
    const { pos } = this.records;
    const holders: number[] = [];
    for (let m = pos.memberStart[p]!; m < pos.memberStart[p + 1]!; m++) {
      const rewards = this.assigned.rewardsOfPos
        .get(pos.members[m]!)
        ?.filter((row) => this.claimOf(row) !== null);
      if (rewards === undefined || rewards.length === 0) return [];
      holders.push(...rewards);
    }
    return holders;
  }

  private nearMiss(pair: number, p: number, matchProbability: number, isHeld: boolean): RunnerUp {
    const detail = isHeld
      ? 'Nearest POS row, held by another reward'
      : `Nearest POS row: ${this.explainer.weakestOf(pair)}`;
    return { posIndex: this.firstRowOf(p), matchProbability, detail };
  }

  private runnerUp(r: number, pair: number, tie: number | undefined): RunnerUp | null {
    const second =
      tie !== undefined && tie !== pair
        ? tie
        : this.nearest.best[r] === pair
          ? this.nearest.second[r]!
          : this.nearest.best[r]!;
    if (second === -1) return null;
    const p = this.scored.candidates.pos[second]!;
    return {
      posIndex: this.firstRowOf(p),
      matchProbability: sigmoid(this.scored.logOdds[second]!),
      detail: tie === second ? 'Fits about as well' : this.explainer.weakestOf(second),
    };
  }

  private ofUnclaimedRow(row: number): MatchResult {
    const result = unclaimed(this.records, row);
    return result.note === undefined
      ? { ...result, nearestReward: this.nearestReward(this.records.pos.distinctOf[row]!) }
      : result;
  }

  /** The reward that wants the same sale about as much. */
  private rivalReward(pair: number): NearestReward | null {
    if (this.nearestOfPos === null) return null;
    const { best, second } = this.nearestOfPos;
    const p = this.scored.candidates.pos[pair]!;
    const rival = best[p] === pair ? second[p]! : best[p]!;
    const { rewards } = this.records;
    return {
      rewardIndex: rewards.members[rewards.memberStart[this.scored.candidates.reward[rival]!]!]!,
      matchProbability: sigmoid(this.scored.logOdds[rival]!),
      detail: 'This reward fits the same sale about as well',
    };
  }

  private nearestReward(p: number): NearestReward | null {
    const pair = this.nearestOfPos?.best[p] ?? -1;
    if (pair === -1) return null;
    const { rewards } = this.records;
    const r = this.scored.candidates.reward[pair]!;
    const rows = rewards.members.subarray(rewards.memberStart[r]!, rewards.memberStart[r + 1]!);
    const isElsewhere = rows.every((row) => this.claimOf(row) !== null);
    const left = this.leftover(isElsewhere ? [...rows] : []);
    return {
      rewardIndex: rows[0]!,
      matchProbability: sigmoid(Math.min(this.scored.logOdds[pair]!, left)),
      detail: isElsewhere
        ? 'Nearest reward, matched with another sale'
        : `Nearest reward: ${this.explainer.weakestOf(pair)}`,
    };
  }

  private firstRowOf = (p: number): number => this.records.pos.members[this.records.pos.memberStart[p]!]!;

  private explanationOf(
    pair: number,
    context: PairContext,
    matchProbability: number,
    held: string | null,
  ): Explanation | null {
    const { explanations } = this.limits;
    if (explanations === 'none') return null;
    if (explanations === 'summary') {
      if (held === null) return this.explainer.summarise(pair, context);
      const logOdds = heldLogOdds(this.explainer.totalOf(pair, context.group), matchProbability);
      return this.explainer.summarise(pair, context, { logOdds, detail: held });
    }
    const explanation = this.explainer.explain(pair, context);
    return held === null ? explanation : heldAt(explanation, matchProbability, this.held, held);
  }
}

const ascending = (rows: readonly number[]): number[] =>
  rows.length === 1 ? [rows[0]!] : rows.toSorted((a, b) => a - b);
