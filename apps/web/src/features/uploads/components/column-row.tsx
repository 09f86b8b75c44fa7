// One column of a file in the editor: its header, samples to check by eye, and what it means.
import type { ColumnMappingWire, MappedField } from '@medspasync/schemas';
import { Select, Td } from '@medspasync/ui';
import { FIELD_CHOICES } from './field-words.ts';

export interface ColumnRowProps {
  column: ColumnMappingWire;
  field: MappedField;
  /** Marks the row: no column is the amount yet, and this one is free. */
  couldBeAmount: boolean;
  onChange: (field: MappedField) => void;
}

export function ColumnRow({ column, field, couldBeAmount, onChange }: ColumnRowProps) {
  return (
    <tr className={couldBeAmount ? 'bg-warning-soft' : undefined}>
      <Td className="w-2/5 max-w-0">
        <span className="block truncate font-medium">{column.column || 'No header'}</span>
        <span className="block truncate text-ink-faint text-xs">{column.samples.join(' · ') || 'Empty'}</span>
      </Td>
      <Td>
        <Select
          aria-label={`Meaning of column ${column.column || column.column_index + 1}`}
          className="w-full"
          value={field}
          onChange={(event) => onChange(event.target.value as MappedField)}
        >
          {FIELD_CHOICES.map(([choice, label]) => (
            <option key={choice} value={choice}>
              {label}
            </option>
          ))}
        </Select>
      </Td>
    </tr>
  );
}
