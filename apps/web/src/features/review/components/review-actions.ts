// What can be done on the review screen, declared once: the words on its button and the key that does the same.
import type { ResultRowWire } from '@medspasync/schemas';
import { AtSign, Ban, Check, type LucideIcon, NotebookPen, Search, Split, X } from 'lucide-react';
import { hasUnpaid } from '../../../lib/results/paid-words.ts';
import { hasPair } from './use-review.ts';

export type RowAction = 'approve' | 'reject' | 'pair' | 'split' | 'writeOff' | 'note' | 'assign';
/** Those that ask for something first. */
export type Asked = Exclude<RowAction, 'approve' | 'reject'>;
export type ReviewAction = RowAction | 'runnerUp' | 'undo' | 'next' | 'previous' | 'help';

interface ActionWords {
  label: string;
  /** As it is typed, and as it is shown. */
  key: string;
  icon: LucideIcon;
  fits: (row: ResultRowWire) => boolean;
}

const hasReward = (row: ResultRowWire): boolean => row.reward_transaction !== null;
const always = (): boolean => true;

export const ROW_ACTIONS: Readonly<Record<RowAction, ActionWords>> = {
  approve: { label: 'Approve', key: 'A', icon: Check, fits: hasPair },
  reject: { label: 'Reject', key: 'R', icon: X, fits: hasPair },
  pair: { label: 'Find a sale', key: 'F', icon: Search, fits: hasReward },
  split: { label: 'Split', key: 'S', icon: Split, fits: hasReward },
  writeOff: { label: 'Write off', key: 'W', icon: Ban, fits: hasUnpaid },
  note: { label: 'Note', key: 'N', icon: NotebookPen, fits: always },
  assign: { label: 'Assign', key: '@', icon: AtSign, fits: always },
};

/** In the order of the buttons. */
export const actionsFor = (row: ResultRowWire): RowAction[] =>
  (Object.keys(ROW_ACTIONS) as RowAction[]).filter((action) => ROW_ACTIONS[action].fits(row));

/** Letters, digits and signs that act; they can be switched off. */
export const LETTER_KEYS: Readonly<Record<string, ReviewAction>> = {
  ...Object.fromEntries(
    (Object.keys(ROW_ACTIONS) as RowAction[]).map((action) => [
      ROW_ACTIONS[action].key.toLowerCase(),
      action,
    ]),
  ),
  1: 'runnerUp',
  u: 'undo',
  j: 'next',
  k: 'previous',
  '?': 'help',
};
