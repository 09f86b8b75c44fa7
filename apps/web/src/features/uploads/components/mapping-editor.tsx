// Each column of the file with samples and the field it was taken for; change what is wrong and read again.
import {
  hasAmountColumn,
  type MappedField,
  type UploadMappingRequestWire,
  type UploadResponseWire,
} from '@medspasync/schemas';
import { Button, Field, Select, Table, Th } from '@medspasync/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useAnnounce } from '../../../lib/announcer.tsx';
import { countOf } from '../../../lib/counts.ts';
import { ProblemNotice } from '../../../lib/problem-notice.tsx';
import { correctMapping } from '../api/correct-mapping.ts';
import { ColumnRow } from './column-row.tsx';

type DateOrder = NonNullable<UploadMappingRequestWire['date_order']>;

export interface MappingEditorProps {
  upload: UploadResponseWire;
  onUpload: (upload: UploadResponseWire) => void;
}

export function MappingEditor({ upload, onUpload }: MappingEditorProps) {
  const { mapping } = upload;
  const announce = useAnnounce();
  const [fields, setFields] = useState(
    () => new Map<number, MappedField>(mapping.columns.map((column) => [column.column_index, column.field])),
  );
  const [dateOrder, setDateOrder] = useState<DateOrder | ''>(
    mapping.date_order === 'ambiguous' || mapping.date_order === 'none' ? '' : mapping.date_order,
  );
  const lacksAmount = ![...fields.values()].includes('amount');
  const changed =
    mapping.columns.some((column) => fields.get(column.column_index) !== column.field) ||
    (dateOrder !== '' && dateOrder !== mapping.date_order);
  const correct = useMutation({
    mutationFn: () =>
      correctMapping(upload.upload_id, {
        columns: [...fields].map(([column_index, field]) => ({ column_index, field })),
        ...(dateOrder && { date_order: dateOrder }),
      }),
    onSuccess: (read) => {
      onUpload(read);
      announce(
        hasAmountColumn(read.mapping)
          ? `Read again: ${countOf(read.transactions_count, 'row')}.`
          : read.message,
      );
    },
  });
  return (
    <div className="grid gap-4 pb-5">
      {mapping.date_order !== 'none' && (
        <DateOrderField
          ambiguous={mapping.date_order === 'ambiguous'}
          value={dateOrder}
          onChange={setDateOrder}
        />
      )}
      <div className="max-h-[26rem] overflow-auto">
        <Table caption={`Columns of ${upload.filename}`}>
          <thead className="sticky top-0 z-10">
            <tr>
              <Th>Column</Th>
              <Th>Means</Th>
            </tr>
          </thead>
          <tbody>
            {mapping.columns.map((column) => (
              <ColumnRow
                key={column.column_index}
                column={column}
                field={fields.get(column.column_index) ?? 'ignore'}
                couldBeAmount={lacksAmount && fields.get(column.column_index) === 'ignore'}
                onChange={(field) => setFields(new Map(fields).set(column.column_index, field))}
              />
            ))}
          </tbody>
        </Table>
      </div>
      <div className="grid gap-3 px-5">
        {correct.isError && <ProblemNotice error={correct.error} />}
        {lacksAmount && <p className="text-sm text-warning-ink">No column is set to Amount.</p>}
        <Button
          variant="secondary"
          className="justify-self-start"
          disabled={!changed}
          busy={correct.isPending}
          onClick={() => correct.mutate()}
        >
          Apply and read again
        </Button>
      </div>
    </div>
  );
}

interface DateOrderFieldProps {
  ambiguous: boolean;
  value: DateOrder | '';
  onChange: (order: DateOrder) => void;
}

function DateOrderField({ ambiguous, value, onChange }: DateOrderFieldProps) {
  return (
    <Field
      label="Order of dates"
      className="px-5"
      hint={
        ambiguous
          ? 'The dates of this file do not say it. Month first is assumed, as in the United States.'
          : undefined
      }
    >
      {(control) => (
        <Select {...control} value={value} onChange={(event) => onChange(event.target.value as DateOrder)}>
          {value === '' && <option value="">Not certain</option>}
          <option value="mdy">Month first (01/31/2024)</option>
          <option value="dmy">Day first (31/01/2024)</option>
          <option value="ymd">Year first (2024-01-31)</option>
        </Select>
      )}
    </Field>
  );
}
