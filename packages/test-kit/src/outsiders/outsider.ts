// What all generators of this folder share: their options. They share nothing else with the error processes, so that
// what is measured on them tells how an engine does on data made by somebody else. Nothing may be trained on them.
import type { Difficulty, SyntheticBooks } from '../books.ts';

export interface OutsiderOptions {
  /** Same options, same books. */
  seed: number;
  /** Number of reward transactions, ≥ 0. */
  rewards: number;
  difficulty: Difficulty;
}

export type MakeOutsiderBooks = (options: OutsiderOptions) => SyntheticBooks;
