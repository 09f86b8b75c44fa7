// A row's state as a word with its icon.
import type { ResultRowWire } from '@medspasync/schemas';
import { Badge } from '@medspasync/ui';
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
