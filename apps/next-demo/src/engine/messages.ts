// What the page asks of the worker and what it is told. Rows arrive as words, one page at a time: the records themselves
// stay in the worker, and the page never has thousands of objects to copy.
import type { SkippedRow, UploadSide } from '@medspasync/schemas';

/** What was recognised in a file. */
export interface BookSummary {
  filename: string;
  /** Name of the layout, or "Best guess". */
  layoutName: string;
  /** A layout that is not known was read by the names and contents of its columns. */
  isGuessed: boolean;
  /** What to know of how the file was read. */
  notices: string[];
  rowCount: number;
  /** Sum of the rows read. */
  dollars: string;
  skippedCount: number;
  /** The first of the skipped rows. */
  skipped: SkippedRow[];
}

export const VIEW_NAMES = ['review', 'matched', 'missing', 'unclaimed', 'all'] as const;
export type ViewName = (typeof VIEW_NAMES)[number];

/** What a row came to; each is the name of a view too. */
export type RowState = Exclude<ViewName, 'all'>;

export interface Money {
  words: string;
  cents: number;
}

export interface RunSummary {
  redeemed: Money;
  matched: Money;
  inReview: Money;
  unmatched: Money;
  counts: Record<ViewName, number>;
  seconds: string;
  comparedPairs: string;
  /** What of the run was out of the ordinary. */
  warnings: string[];
}

/** One line of the table. */
export interface ShownRow {
  /** Place in the answer, for asking about its details. */
  index: number;
  state: RowState;
  patient: string;
  day: string;
  dollars: string;
  service: string;
  /** The sale a reward was matched with, or could belong to. */
  sale: string;
  /** How likely the pair is; empty where there is none. */
  likelihood: string;
}

/** Rows of one page of a view. */
export const PAGE_SIZE = 50;

export interface RowPage {
  rows: ShownRow[];
  /** Of all pages. */
  total: number;
}

export interface ShownField {
  label: string;
  reward: string;
  sale: string;
}

/** The key of the part every sum starts with. */
export const BASE_KEY = 'base';

export interface RowDetail {
  row: ShownRow;
  fields: ShownField[];
  nextSteps: { label: string; nextStep: string }[];
  runnerUp: { likelihood: string; facts: string; detail: string } | null;
  /** The score as parts that add up to the log-odds; empty where no pair was scored. */
  parts: { key: string; label: string; detail: string; amount: number }[];
}

export interface RunProgress {
  words: string;
  percent: number;
}

/** Every question the worker answers, and its answer. */
export interface Calls {
  read: { question: { side: UploadSide; file: File }; answer: BookSummary };
  reconcile: { question: null; answer: RunSummary };
  page: { question: { view: ViewName; page: number }; answer: RowPage };
  detail: { question: { index: number }; answer: RowDetail };
  matchesFile: { question: null; answer: Blob };
}

export type CallName = keyof Calls;

export type Question = {
  [Name in CallName]: { id: number; name: Name; question: Calls[Name]['question'] };
}[CallName];

export type Told =
  | { kind: 'answer'; id: number; answer: Calls[CallName]['answer'] }
  | { kind: 'refusal'; id: number; reason: string }
  | { kind: 'progress'; progress: RunProgress };
