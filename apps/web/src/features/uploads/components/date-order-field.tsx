// Which number of a date is the month; where the file leaves it open, the field says what is assumed and why.
import type { UploadResponseWire } from '@medspasync/schemas';
import { Field, Select } from '@medspasync/ui';
import { type DateOrder, orderToFollow } from './likely-order.ts';

export interface DateOrderFieldProps {
  upload: UploadResponseWire;
  beside: UploadResponseWire | undefined;
  value: DateOrder | undefined;
  onChange: (order: DateOrder) => void;
}

export function DateOrderField({ upload, beside, value, onChange }: DateOrderFieldProps) {
  return (
    <Field
      label="Order of dates"
      className="px-5"
      hint={upload.mapping.date_order === 'ambiguous' ? hintFor(beside) : undefined}
    >
      {(control) => (
        <Select
          {...control}
          value={value ?? ''}
          onChange={(event) => onChange(event.target.value as DateOrder)}
        >
          {value === undefined && <option value="">Not certain</option>}
          <option value="mdy">Month first (01/31/2024)</option>
          <option value="dmy">Day first (31/01/2024)</option>
          <option value="ymd">Year first (2024-01-31)</option>
        </Select>
      )}
    </Field>
  );
}

function hintFor(beside: UploadResponseWire | undefined): string {
  const open = 'The dates of this file do not say it.';
  switch (orderToFollow(beside)) {
    case 'dmy':
      return `${open} In ${beside?.filename} the day comes first: apply it here to read this file alike.`;
    case 'mdy':
      return `${open} The month was taken to come first, as in ${beside?.filename}.`;
    default:
      return `${open} Month first is assumed, as in the United States.`;
  }
}
