// Collects rows in the order they are made and binds them in the order of their days, the truth following along.
import type { Transaction } from '@medspasync/schemas';
import type { ErrorType, SyntheticBooks, TruthLink } from './books.ts';
import type { Random } from './random.ts';

interface Page {
  rows: Transaction[];
  /** Day plus a random fraction: rows of one day lie in no telling order. */
  keys: number[];
}

/** Position → original index, by key. */
function orderOf(keys: readonly number[]): Uint32Array {
  const sorted = Float64Array.from(keys);
  const order = new Uint32Array(keys.length);
  for (let i = 0; i < order.length; i++) order[i] = i;
  return order.sort((left, right) => sorted[left]! - sorted[right]!);
}

function inverseOf(order: Uint32Array): Uint32Array {
  const inverse = new Uint32Array(order.length);
  for (let position = 0; position < order.length; position++) inverse[order[position]!] = position;
  return inverse;
}

const moved = (indexes: readonly number[], places: Uint32Array): number[] =>
  indexes.map((index) => places[index]!).sort((left, right) => left - right);

/** The rows in their final order, each with its id. */
function ordered(page: Page, order: Uint32Array, idOf: (n: number) => string): Transaction[] {
  const rows = new Array<Transaction>(order.length);
  for (let n = 0; n < order.length; n++) {
    const row = page.rows[order[n]!]!;
    row.transactionId = idOf(n);
    rows[n] = row;
  }
  return rows;
}

export class BookBinder {
  readonly #random: Random;
  readonly #rewards: Page = { rows: [], keys: [] };
  readonly #pos: Page = { rows: [], keys: [] };
  readonly #links: TruthLink[] = [];

  constructor(random: Random) {
    this.#random = random;
  }

  get rewardCount(): number {
    return this.#rewards.rows.length;
  }

  /** Returns a handle for `link`. */
  addReward(row: Transaction, day: number): number {
    return this.#add(this.#rewards, row, day);
  }

  addPos(row: Transaction, day: number): number {
    return this.#add(this.#pos, row, day);
  }

  /** Every reward is linked exactly once, in the order it was added. */
  link(reward: number, pos: number[], errors: ErrorType[]): void {
    if (reward !== this.#links.length) throw new Error('Rewards are linked in the order they are added.');
    this.#links.push({ rewardIndex: reward, posIndexes: pos, errors });
  }

  /** Rings up a POS row of this reward once more. */
  copyPos(reward: number, pos: number, day: number): void {
    const link = this.#links[reward]!;
    link.interchangeable = [...(link.interchangeable ?? []), this.addPos({ ...this.#pos.rows[pos]! }, day)];
    link.errors.push('duplicate-pos');
  }

  /** Enters the last redemption once more, with nothing in the POS for it. */
  copyLastReward(day: number, date: string | undefined): void {
    const original = this.rewardCount - 1;
    const copy = this.addReward({ ...this.#rewards.rows[original]!, date }, day);
    this.#links.push({ rewardIndex: copy, posIndexes: [], errors: ['duplicate-reward'], copyOf: original });
  }

  /** The finished books. The binder must not be used afterwards. */
  bind(rewardId: (n: number) => string, posId: (n: number) => string): SyntheticBooks {
    const rewardOrder = orderOf(this.#rewards.keys);
    const posOrder = orderOf(this.#pos.keys);
    const rewardPlaces = inverseOf(rewardOrder);
    const posPlaces = inverseOf(posOrder);
    const truth = new Array<TruthLink>(rewardOrder.length);
    for (let position = 0; position < rewardOrder.length; position++) {
      const link = this.#links[rewardOrder[position]!]!;
      link.rewardIndex = position;
      link.posIndexes = moved(link.posIndexes, posPlaces);
      if (link.interchangeable !== undefined) link.interchangeable = moved(link.interchangeable, posPlaces);
      if (link.copyOf !== undefined) link.copyOf = rewardPlaces[link.copyOf]!;
      truth[position] = link;
    }
    return {
      rewards: ordered(this.#rewards, rewardOrder, rewardId),
      pos: ordered(this.#pos, posOrder, posId),
      truth,
    };
  }

  #add(page: Page, row: Transaction, day: number): number {
    page.rows.push(row);
    page.keys.push(day + this.#random.next());
    return page.rows.length - 1;
  }
}
