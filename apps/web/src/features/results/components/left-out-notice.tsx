// What of the files is not among the rows, because its month was closed before the run.
import type { LeftOutWire } from '@medspasync/schemas';
import { Callout } from '@medspasync/ui';
import { countOf } from '../../../lib/counts.ts';

export function LeftOutNotice({ leftOut }: { leftOut: readonly LeftOutWire[] }) {
  if (leftOut.length === 0) return null;
  return (
    <Callout tone="neutral" title="Closed months were left out">
      <ul className="grid gap-0.5">
        {leftOut.map(({ period, pos, rewards }) => (
          <li key={period}>
            {period}: {countOf(rewards, 'reward')} and {countOf(pos, 'sale')}
          </li>
        ))}
      </ul>
      <p>They stay as they were closed. To reconcile them again, reopen the month first.</p>
    </Callout>
  );
}
