// Which month, of which location and program.
import type { LocationWire, Program } from '@medspasync/schemas';
import { Field, Select } from '@medspasync/ui';
import { formatMonth } from '../../../lib/dates.ts';
import { ProgramOptions } from '../../../lib/program-options.tsx';
import type { PeriodScope } from '../api/periods.ts';
import { lastMonths } from './months.ts';

/** As far back as books are usually still open. */
const MONTHS = 18;

export interface ScopeControlsProps {
  scope: PeriodScope;
  locations: readonly LocationWire[];
  onScope: (scope: PeriodScope) => void;
}

export function ScopeControls({ scope, locations, onScope }: ScopeControlsProps) {
  return (
    <div className="grid gap-4 sm:grid-cols-3">
      <Field label="Month">
        {(control) => (
          <Select
            {...control}
            className="w-full"
            value={scope.month}
            onChange={({ target }) => onScope({ ...scope, month: target.value })}
          >
            {lastMonths(new Date(), MONTHS).map((month) => (
              <option key={month} value={month}>
                {formatMonth(month)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label="Location">
        {(control) => (
          <Select
            {...control}
            className="w-full"
            value={scope.locationId}
            onChange={({ target }) => onScope({ ...scope, locationId: target.value })}
          >
            <option value="">All locations</option>
            {locations.map(({ location_id, name }) => (
              <option key={location_id} value={location_id}>
                {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label="Program">
        {(control) => (
          <Select
            {...control}
            className="w-full"
            value={scope.program}
            onChange={({ target }) => onScope({ ...scope, program: target.value as Program | '' })}
          >
            <option value="">All programs</option>
            <ProgramOptions />
          </Select>
        )}
      </Field>
    </div>
  );
}
