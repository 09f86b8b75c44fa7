// A row's state as a word with its icon; and the confidence as word, icon and figure.
import type { ConfidenceLevel, ResultRowWire } from '@medspasync/schemas';
import { Badge } from '@medspasync/ui';
import { type LucideIcon, Signal, SignalHigh, SignalLow, SignalMedium, SignalZero } from 'lucide-react';
import { formatProbability } from '../counts.ts';
import { wordsOf } from './result-words.ts';

export function ResultBadge({ row }: { row: ResultRowWire }) {
  const { label, tone, icon: Icon } = wordsOf(row);
  return (
    <Badge tone={tone}>
      <Icon aria-hidden />
      {label}
    </Badge>
  );
}

const STRENGTH: Readonly<Record<ConfidenceLevel, LucideIcon>> = {
  'Very High': Signal,
  High: SignalHigh,
  Medium: SignalMedium,
  Low: SignalLow,
  'Very Low': SignalZero,
};

export interface ConfidenceProps {
  level: ConfidenceLevel;
  probability: number;
}

export function Confidence({ level, probability }: ConfidenceProps) {
  const Icon = STRENGTH[level];
  return (
    <span className="tabular inline-flex items-center gap-1 whitespace-nowrap text-ink-soft text-xs">
      <Icon aria-hidden className="size-4" />
      {level} · {formatProbability(probability)}
    </span>
  );
}
