// Which events are shown: of one kind, of some days.
import { AUDIT_ACTIONS } from '@medspasync/schemas';
import { Field, Input, Select } from '@medspasync/ui';
import type { AuditFilter } from '../api/use-audit-events.ts';

const ACTIONS = Object.entries(AUDIT_ACTIONS).sort(([, left], [, right]) => left.localeCompare(right));

export interface EventFiltersProps {
  filter: AuditFilter;
  onFilter: (filter: AuditFilter) => void;
}

export function EventFilters({ filter, onFilter }: EventFiltersProps) {
  return (
    <div className="grid grid-cols-2 gap-4 border-line border-b p-4 sm:grid-cols-[minmax(0,18rem)_auto_auto_1fr] sm:px-6">
      <Field label="What" className="max-sm:col-span-2">
        {(control) => (
          <Select
            {...control}
            className="w-full"
            value={filter.action}
            onChange={(event) => onFilter({ ...filter, action: event.target.value })}
          >
            <option value="">Everything</option>
            {ACTIONS.map(([action, label]) => (
              <option key={action} value={action}>
                {label}
              </option>
            ))}
          </Select>
        )}
      </Field>
      <Field label="From" className="min-w-0">
        {(control) => (
          <Input
            {...control}
            className="w-full min-w-0"
            type="date"
            max={filter.lastDay || undefined}
            value={filter.firstDay}
            onChange={(event) => onFilter({ ...filter, firstDay: event.target.value })}
          />
        )}
      </Field>
      <Field label="To" className="min-w-0">
        {(control) => (
          <Input
            {...control}
            className="w-full min-w-0"
            type="date"
            min={filter.firstDay || undefined}
            value={filter.lastDay}
            onChange={(event) => onFilter({ ...filter, lastDay: event.target.value })}
          />
        )}
      </Field>
    </div>
  );
}
