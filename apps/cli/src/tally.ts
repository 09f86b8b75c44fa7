// What the summary says of the results, counted while they pass on their way into the file.
import type { MatchResult } from '@medspasync/matching';
import type { Result } from '@medspasync/schemas';
import type { RowsOfBook } from './matches-rows.ts';
import { KIND, type RowFacts } from './row-facts.ts';

interface Rows {
  count: number;
  cents: number;
}

const none = (): Rows => ({ count: 0, cents: 0 });

function addRows(sum: Rows, { count, cents }: Rows): void {
  sum.count += count;
  sum.cents += cents;
}

const RESULTS = ['match', 'review_required', 'no_match', 'error'] as const satisfies Result[];

/** What is left of a tally that another thread made. */
export type Counted = Pick<Tally, 'rewards' | 'unclaimedPos' | 'discounts' | 'otherDiscounts'>;

export class Tally {
  /** Rewards by result; what was refunded or voided is no money of the practice, and has no cents here. */
  readonly rewards: Record<Result, Rows> = {
    match: none(),
    review_required: none(),
    no_match: none(),
    error: none(),
  };
  unclaimedPos = 0;
  /** Loyalty discounts of the POS that nothing in the portal accounts for: money the practice will not be paid back. */
  readonly discounts = none();
  /** The same of rows that name a program and may be whole invoices, of which the discount is an unknown part. */
  readonly otherDiscounts = none();
  readonly #rewards: RowFacts;
  readonly #pos: RowFacts;

  constructor(rewards: RowsOfBook, pos: RowsOfBook) {
    this.#rewards = rewards.rows;
    this.#pos = pos.rows;
  }

  /** Counts what another has counted of other results. */
  add({ rewards, unclaimedPos, discounts, otherDiscounts }: Counted): void {
    for (const result of RESULTS) addRows(this.rewards[result], rewards[result]);
    this.unclaimedPos += unclaimedPos;
    addRows(this.discounts, discounts);
    addRows(this.otherDiscounts, otherDiscounts);
  }

  *counting(results: Iterable<MatchResult>): Generator<MatchResult> {
    for (const result of results) {
      if (result.rewardIndex === null) this.#addUnclaimed(result);
      else this.#addReward(result.result, result.rewardIndex);
      yield result;
    }
  }

  #addReward(result: Result, row: number): void {
    const { kind, amountCents } = this.#rewards;
    this.rewards[result].count += 1;
    if (kind[row] !== KIND.reversal) this.rewards[result].cents += amountCents[row]!;
  }

  #addUnclaimed({ posIndexes, reasonCodes }: MatchResult): void {
    const { kind, amountCents } = this.#pos;
    const row = posIndexes[0]!;
    this.unclaimedPos += 1;
    if (!reasonCodes.includes('POS_NOT_REDEEMED') || kind[row] === KIND.reversal) return;
    const rows = kind[row] === KIND.redemption ? this.discounts : this.otherDiscounts;
    rows.count += 1;
    rows.cents += amountCents[row]!;
  }
}
