// A row's state as a word with its icon.
import { Badge } from '@medspasync/ui';
import type { RowState } from '../../engine/messages.ts';
import { STATES, VIEW_WORDS } from './state-words.ts';

export function StateBadge({ state }: { state: RowState }) {
  const { tone, icon: Icon } = STATES[state];
  return (
    <Badge tone={tone}>
      <Icon aria-hidden />
      {VIEW_WORDS[state]}
    </Badge>
  );
}
