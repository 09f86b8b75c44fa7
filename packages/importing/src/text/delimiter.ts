// Comma, semicolon, tab or bar: whichever cuts the first rows into the most even table.
import { CsvRows } from './csv-rows.ts';

const CANDIDATES = [',', ';', '\t', '|'] as const;
const UNBOUNDED = { rows: Infinity, columns: Infinity, rowCharacters: Infinity };
/** Enough to outvote title rows; more would only cost time. */
const ROWS_LOOKED_AT = 200;
/** Bytes of a byte order mark and `"sep=;"` with its line end, and some to spare. */
const LONGEST_HINT = 32;

export interface Delimiter {
  delimiter: string;
  /** Excel's own hint, a first line `sep=;`, which is not part of the table. */
  isDeclared: boolean;
}

/** The delimiter of the opening of a file, in UTF-8; a comma when nothing separates anything. */
export function detectDelimiter(opening: Uint8Array): Delimiter {
  const firstLine = new TextDecoder().decode(opening.subarray(0, LONGEST_HINT));
  const declared = /^"?sep=([\t -~])"?[\r\n]/i.exec(firstLine);
  if (declared) return { delimiter: declared[1]!, isDeclared: true };
  let best = { delimiter: ',', evenness: 0 };
  for (const delimiter of CANDIDATES) {
    const evenness = evennessOf(opening, delimiter);
    if (evenness > best.evenness) best = { delimiter, evenness };
  }
  return { delimiter: best.delimiter, isDeclared: false };
}

/** Share of rows that have the commonest width, times a little for width: 0 when that width is one cell. */
function evennessOf(opening: Uint8Array, delimiter: string): number {
  if (!opening.includes(delimiter.charCodeAt(0))) return 0;
  const rows = new CsvRows(delimiter, '', UNBOUNDED).push(opening, ROWS_LOOKED_AT);
  const counts = new Map<number, number>();
  let filled = 0;
  for (const row of rows) {
    if (row.width === 1 && row.isBlank(0)) continue;
    filled += 1;
    if (row.width > 1) counts.set(row.width, (counts.get(row.width) ?? 0) + 1);
  }
  let evenness = 0;
  for (const [width, count] of counts)
    evenness = Math.max(evenness, (count / filled) * (1 + Math.log2(width)));
  return evenness;
}
