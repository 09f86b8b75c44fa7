// The POS rows of each id in some columns. Ids are block numbers as they are: all rows are in it, whoever looks into it.
import type { MeetBy, Records } from '../domain.ts';
import { type Lists, rowsById } from './lists.ts';

export type ColumnsOf = Extract<MeetBy, { columns: unknown }>['columns'];

export function rowsOfColumns(records: Records, columnsOf: ColumnsOf): Lists {
  const { cancelled, count } = records.pos;
  const columns = columnsOf(records, records.pos);
  let ids = 0;
  for (const column of columns) {
    for (let p = 0; p < count; p++) if (column[p]! >= ids && cancelled[p] === 0) ids = column[p]! + 1;
  }
  return rowsById(columns, cancelled, count, ids);
}
