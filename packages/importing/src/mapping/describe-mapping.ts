// The mapping as the wire shows it: every column, with samples to check by eye.
import type { Camelized, UploadMappingWire } from '@medspasync/schemas';
import type { TableDescription } from '../describe-table.ts';
import { isBlank } from '../fields/blank.ts';
import type { DecidedOrder } from '../fields/date-order.ts';
import { tidyText } from '../fields/text.ts';
import type { Sheet } from '../open-sheet.ts';

const SAMPLES = 3;
const SAMPLE_LENGTH = 80;

/** `notices` name no cell and no file. */
export type ImportMapping = Camelized<UploadMappingWire> & { notices: string[] };

/** `sheet` must have been read to the end: only then is its encoding certain. */
export function describeMapping(
  table: TableDescription,
  sheet: Sheet,
  order: DecidedOrder,
  notices: string[],
): ImportMapping {
  const { columnNames, columns, headerRow, layout, sample } = table;
  return {
    layout: layout?.id ?? 'guessed',
    layoutName: layout?.name ?? 'Best guess',
    confidence: confidenceOf(table),
    headerRow,
    encoding: sheet.encoding,
    delimiter: sheet.delimiter,
    dateOrder: order,
    notices,
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

/**
 * A guessed mapping is as sure as the weakest of what a match stands on: amount, patient, date; 0 without one of them.
 * A known layout is sure, but for those of them it left to be guessed; 0 without an amount.
 */
function confidenceOf({ columns, layout }: TableDescription): number {
  const of = (...fields: string[]) => {
    const fitting = columns.filter(({ field }) => fields.includes(field));
    return fitting.length === 0 ? undefined : Math.max(...fitting.map(({ confidence }) => confidence));
  };
  const patient = of('customer_name', 'customer_last_name', 'customer_phone', 'customer_email');
  const missing = layout ? 1 : 0;
  return Math.min(of('amount') ?? 0, patient ?? missing, of('date') ?? missing);
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
