// The mapping as the wire shows it: every column, with samples to check by eye.
import type { Camelized, UploadMappingWire } from '@medspasync/schemas';
import type { TableDescription } from '../describe-table.ts';
import { isBlank } from '../fields/blank.ts';
import type { DecidedOrder } from '../fields/date-order.ts';
import { tidyText } from '../fields/text.ts';
import type { Sheet } from '../open-sheet.ts';

export type ImportMapping = Camelized<UploadMappingWire>;

const SAMPLES = 3;
const SAMPLE_LENGTH = 80;

/** `sheet` must have been read to the end: only then is its encoding certain. */
export function describeMapping(table: TableDescription, sheet: Sheet, order: DecidedOrder): ImportMapping {
  const { columnNames, columns, headerRow, layout, sample } = table;
  return {
    layout: layout?.id ?? 'guessed',
    layoutName: layout?.name ?? 'Best guess',
    confidence: layout ? 1 : confidenceOf(table),
    headerRow,
    encoding: sheet.encoding,
    delimiter: sheet.delimiter,
    dateOrder: order,
    columns: columnNames.map((column, columnIndex) => {
      const mapped = columns.find((candidate) => candidate.columnIndex === columnIndex);
      return {
        columnIndex,
        column,
        field: mapped?.field ?? 'ignore',
        confidence: mapped?.confidence ?? 0,
        samples: samplesOf(sample, columnIndex),
      };
    }),
  };
}

/** A guessed mapping is as sure as the weakest of what a match stands on: amount, and name or contact. */
function confidenceOf({ columns }: TableDescription): number {
  const of = (...fields: string[]) =>
    Math.max(0, ...columns.filter(({ field }) => fields.includes(field)).map(({ confidence }) => confidence));
  const patient = of('customer_name', 'customer_last_name', 'customer_phone', 'customer_email');
  return Math.min(of('amount'), patient, of('date'));
}

function samplesOf(sample: readonly (readonly string[])[], columnIndex: number): string[] {
  const samples: string[] = [];
  for (const cells of sample) {
    const cell = tidyText(cells[columnIndex] ?? '');
    if (!isBlank(cell)) samples.push(cell.slice(0, SAMPLE_LENGTH));
    if (samples.length === SAMPLES) break;
  }
  return samples;
}
