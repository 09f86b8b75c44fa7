// What is still open in a month, the dearest first, each with the way to its row.
import { EXCEPTIONS, type OpenItemWire, PROGRAMS } from '@medspasync/schemas';
import { Badge } from '@medspasync/ui';
import { Link } from 'react-router';
import { paths } from '../../../config/paths.ts';
import { formatDay } from '../../../lib/dates.ts';
import { formatDollars } from '../../../lib/money.ts';
import { claimWords } from '../../../lib/results/claim-words.ts';
import { stateLabel } from '../../../lib/results/result-words.ts';

export function OpenItems({ items }: { items: readonly OpenItemWire[] }) {
  return (
    <ul
      aria-label="Open items"
      className="max-h-96 divide-y divide-line overflow-y-auto border-line border-t"
    >
      {items.map((item) => (
        <li
          key={item.result_id}
          className="relative flex items-center justify-between gap-4 px-5 py-3 text-sm hover:bg-sunken/60 sm:px-6"
        >
          <div className="grid min-w-0 gap-0.5">
            <p className="flex flex-wrap items-center gap-2 font-medium">
              <Link to={paths.review(item.job_id)} className="after:absolute after:inset-0">
                {stateLabel(item.state)}, {formatDay(item.happened_on)}
              </Link>
              {item.awaits_approval && <Badge tone="warning">Awaits approval</Badge>}
            </p>
            <p className="text-ink-faint">{factsOf(item).join(' · ')}</p>
          </div>
          <span className="tabular shrink-0 font-semibold">{formatDollars(item.dollars_at_stake)}</span>
        </li>
      ))}
    </ul>
  );
}

const factsOf = ({ deadline, location, program, reason_codes }: OpenItemWire): string[] =>
  [
    program && PROGRAMS[program].name,
    location,
    ...reason_codes.map((code) => EXCEPTIONS[code].label),
    deadline && claimWords(deadline),
  ].filter((fact): fact is string => Boolean(fact));
