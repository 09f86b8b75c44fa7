// What a row came to, in words, and the tone and icon that say the same.
import type { Tone } from '@medspasync/ui';
import { CircleCheck, CircleHelp, CircleSlash, type LucideIcon, Receipt } from 'lucide-react';
import type { RowState, ViewName } from '../../engine/messages.ts';

export const VIEW_WORDS: Readonly<Record<ViewName, string>> = {
  review: 'In doubt',
  matched: 'Matched',
  missing: 'Missing in POS',
  unclaimed: 'Unclaimed POS',
  all: 'All',
};

export const STATES: Readonly<Record<RowState, { tone: Tone; icon: LucideIcon }>> = {
  review: { tone: 'warning', icon: CircleHelp },
  matched: { tone: 'success', icon: CircleCheck },
  missing: { tone: 'danger', icon: CircleSlash },
  unclaimed: { tone: 'info', icon: Receipt },
};
