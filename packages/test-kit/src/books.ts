// What a generator makes: two books of transactions and the truth between them.
import type { Transaction } from '@medspasync/schemas';

/** The ways errors come about; each is a code path of its own, with its own shapes, habits and mistakes. */
export const ERROR_PROCESSES = [
  'front-desk',
  'portal-clerk',
  'bulk-import',
  'registry',
  'migration',
] as const;
export type ErrorProcessName = (typeof ERROR_PROCESSES)[number];

/** Everything that can differ between a reward and its POS rows, or keep a reward without one. */
export const ERROR_TYPES = [
  // The name.
  'typo',
  'ocr',
  'phonetic',
  'transposed-letters',
  'name-swapped',
  'last-first-order',
  'initial',
  'nickname',
  'title',
  'suffix',
  'middle-name',
  'changed-surname',
  'hyphenation',
  'accents-lost',
  'case',
  'mojibake',
  'truncated',
  'name-spacing',
  'name-part-missing',
  'name-replaced',
  'name-missing',
  'household',
  // Phone and e-mail.
  'phone-digit',
  'phone-format',
  'phone-changed',
  'phone-missing',
  'email-typo',
  'email-domain',
  'email-changed',
  'email-missing',
  // The amount.
  'amount-near',
  'amount-typo',
  'part-of-invoice',
  'partial-redemption',
  'split',
  'multi-certificate',
  // The date: the reward after the visit, before it, or mistyped.
  'date-lag',
  'date-lag-long',
  'date-before',
  'date-day-month-swap',
  'date-typo',
  'date-missing',
  // Service, program, code, place.
  'service-wording',
  'service-missing',
  'service-wrong',
  'program-wrong',
  'reference-typo',
  'reference-missing',
  'wrong-location',
  // Copies, and rewards without a POS row.
  'duplicate-pos',
  'duplicate-reward',
  'missing-in-pos',
  'reversed',
] as const;
export type ErrorType = (typeof ERROR_TYPES)[number];

export type Difficulty = 'easy' | 'hard';

/** `a` and `b` are disjoint vocabularies of first names, surnames and service wordings. */
export type NamePool = 'a' | 'b' | 'all';

/**
 * Which columns the two files have. `vary` draws them by seed as the process does (a phone, e-mail, service or code
 * column may be absent from a whole file); the others are fixed.
 */
export type ColumnChoice = 'vary' | 'full' | 'no-contact' | 'name-date-amount';

export interface GenerateOptions {
  /** Same options, same books. */
  seed: number;
  /** Number of reward transactions, ≥ 0. POS rows are more or fewer, as the process has it. */
  rewards: number;
  process: ErrorProcessName;
  /** Default `hard`. */
  difficulty?: Difficulty;
  /** First day, `YYYY-MM-DD`. Default 2024-01-01. */
  from?: string;
  /** Days covered by the visits, ≥ 1. Default 60. */
  days?: number;
  /** Default three locations. */
  locations?: readonly string[];
  /** Default `all`. */
  namePool?: NamePool;
  /** Default `vary`. */
  columns?: ColumnChoice;
}

/** The truth about one reward. There is exactly one link per reward, in the order of `rewards`. */
export interface TruthLink {
  rewardIndex: number;
  /** The POS rows it belongs to, ascending; empty where the POS has none. Only multi-certificate links share a row. */
  posIndexes: number[];
  /** What differs between the two sides, or why there is no other side. Empty: a clean pair. */
  errors: ErrorType[];
  /** Copies of the POS row (rung up twice) that are as right an answer as `posIndexes`. */
  interchangeable?: number[];
  /** For a redemption entered twice: the reward that carries the match; either one is as right. */
  copyOf?: number;
}

export interface SyntheticBooks {
  rewards: Transaction[];
  pos: Transaction[];
  /** `truth[i]` is about `rewards[i]`. */
  truth: TruthLink[];
}
