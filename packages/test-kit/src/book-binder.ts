// Collects rows in the order they are made and binds them in the order of their days, the truth following along.
import type { Transaction } from '@medspasync/schemas';
import type { ErrorType, SyntheticBooks, TruthLink } from './books.ts';
import type { Random } from './random.ts';

/** How a process numbers its rows; n is any distinct integer ≥ 0 below 10⁸. */
export interface RowIds {
  rewardId(n: number): string;
  posId(n: number): string;
}

interface Page {
  rows: Transaction[];
  /** Day plus a random fraction: rows of one day lie in no telling order. */
  keys: number[];
}

/** Where each row goes, by its key. */
function placesOf(keys: readonly number[]): Uint32Array {
  const sorted = Float64Array.from(keys);
  const order = new Uint32Array(keys.length);
  for (let i = 0; i < order.length; i++) order[i] = i;
  order.sort((left, right) => sorted[left]! - sorted[right]!);
  const places = new Uint32Array(keys.length);
  for (let place = 0; place < order.length; place++) places[order[place]!] = place;
  return places;
}

/** Everything in its place. Read in the order of making, which is how it lies in memory. */
function placed<T>(items: readonly T[], places: Uint32Array): T[] {
  const book = new Array<T>(items.length);
  for (let i = 0; i < items.length; i++) book[places[i]!] = items[i]!;
  return book;
}

/** Moves indexes in place, ascending. */
function move(indexes: number[], places: Uint32Array): void {
  for (let i = 0; i < indexes.length; i++) indexes[i] = places[indexes[i]!]!;
  if (indexes.length > 1) indexes.sort((left, right) => left - right);
}

/**
 * Ids jump about, so that neither the order of making nor which rows belong together shows; the prime modulus keeps
 * them distinct. Multipliers of Lehmer generators (Park & Miller 1993; Fishman & Moore 1986).
 */
const scrambled = (n: number, multiplier: 48_271 | 69_621): number => ((n + 1) * multiplier) % 99_999_989;

export class BookBinder {
  readonly #random: Random;
  readonly #ids: RowIds;
  readonly #rewards: Page = { rows: [], keys: [] };
  readonly #pos: Page = { rows: [], keys: [] };
  readonly #links: TruthLink[] = [];

  constructor(random: Random, ids: RowIds) {
    this.#random = random;
    this.#ids = ids;
  }

  get rewardCount(): number {
    return this.#rewards.rows.length;
  }

  /** Gives the row its id and returns a handle for `link`. */
  addReward(row: Transaction, day: number): number {
    row.transactionId = this.#ids.rewardId(scrambled(this.#rewards.rows.length, 48_271));
    return this.#add(this.#rewards, row, day);
  }

  addPos(row: Transaction, day: number): number {
    row.transactionId = this.#ids.posId(scrambled(this.#pos.rows.length, 69_621));
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
  bind(): SyntheticBooks {
    const rewardPlaces = placesOf(this.#rewards.keys);
    const posPlaces = placesOf(this.#pos.keys);
    for (const link of this.#links) {
      link.rewardIndex = rewardPlaces[link.rewardIndex]!;
      move(link.posIndexes, posPlaces);
      if (link.interchangeable !== undefined) move(link.interchangeable, posPlaces);
      if (link.copyOf !== undefined) link.copyOf = rewardPlaces[link.copyOf]!;
    }
    return {
      rewards: placed(this.#rewards.rows, rewardPlaces),
      pos: placed(this.#pos.rows, posPlaces),
      truth: placed(this.#links, rewardPlaces),
    };
  }

  #add(page: Page, row: Transaction, day: number): number {
    page.rows.push(row);
    page.keys.push(day + this.#random.next());
    return page.rows.length - 1;
  }
}
