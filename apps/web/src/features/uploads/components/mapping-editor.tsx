// Each column of the file with samples and the field it was taken for; change what is wrong and read again.
import { hasAmountColumn, type MappedField, type UploadResponseWire } from '@medspasync/schemas';
import { Button, Table, Th } from '@medspasync/ui';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useAnnounce } from '../../../lib/announcer.tsx';
import { countOf } from '../../../lib/counts.ts';
import { ProblemNotice } from '../../../lib/problem-notice.tsx';
import { correctMapping } from '../api/correct-mapping.ts';
import { ColumnRow } from './column-row.tsx';
import { DateOrderField } from './date-order-field.tsx';
import { type DateOrder, likelyOrder } from './likely-order.ts';

export interface MappingEditorProps {
  upload: UploadResponseWire;
  /** What was read on the other side: where this file leaves the order of its dates open, it is likely the same. */
  beside: UploadResponseWire | undefined;
  onUpload: (upload: UploadResponseWire) => void;
}

export function MappingEditor({ upload, beside, onUpload }: MappingEditorProps) {
  const { mapping } = upload;
  const announce = useAnnounce();
  const [fields, setFields] = useState(
    () => new Map<number, MappedField>(mapping.columns.map((column) => [column.column_index, column.field])),
  );
  const [chosenOrder, setChosenOrder] = useState<DateOrder>();
  const dateOrder = chosenOrder ?? likelyOrder(upload, beside);
  const lacksAmount = ![...fields.values()].includes('amount');
  const changed =
    mapping.columns.some((column) => fields.get(column.column_index) !== column.field) ||
    (dateOrder !== undefined && dateOrder !== mapping.date_order);
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
        <DateOrderField upload={upload} beside={beside} value={dateOrder} onChange={setChosenOrder} />
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
