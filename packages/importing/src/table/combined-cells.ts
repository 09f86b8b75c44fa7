// Columns that hold several values: header 'Checkout Date / Checkout By / Transaction ID', cell '10/05/2026 / Tina / 88811'.

const SEPARATOR = ' / ';
/** A header may contain the separator for other reasons; this share of its cells must agree in parts. */
const AGREEING = 0.7;

/** Splits the cells of a row; the same function for header and rows, so that columns stay aligned. */
export type CellSplitter = (cells: string[]) => string[];

/** Looks for combined columns in a header and sample rows. Undefined when there are none. */
export function findCombinedCells(
  header: readonly string[],
  sample: readonly (readonly string[])[],
): CellSplitter | undefined {
  const parts = header.map((name, index) => partsOf(name, index, sample));
  if (parts.every((count) => count === 1)) return undefined;
  return (cells) => {
    const width = Math.max(cells.length, parts.length);
    const split: string[] = [];
    for (let index = 0; index < width; index++) {
      const cell = cells[index] ?? '';
      const count = parts[index] ?? 1;
      if (count === 1) split.push(cell);
      else split.push(...intoParts(cell, count));
    }
    return split;
  };
}

function partsOf(name: string, index: number, sample: readonly (readonly string[])[]): number {
  const count = name.split(SEPARATOR).length;
  if (count === 1) return 1;
  const filled = sample.map((cells) => cells[index] ?? '').filter((cell) => cell.trim() !== '');
  const agreeing = filled.filter((cell) => separated(cell).length === count).length;
  return filled.length > 0 && agreeing >= filled.length * AGREEING ? count : 1;
}

/** Padded, because a blank first or last part leaves its separator at the edge: ' / Tina / 88816'. */
const separated = (cell: string): string[] => ` ${cell} `.split(SEPARATOR).map((part) => part.trim());

/** Exactly `count` parts: what is missing is blank, what is too much stays with the last. */
function intoParts(cell: string, count: number): string[] {
  const all = separated(cell);
  const parts = all.slice(0, count - 1);
  parts.push(all.slice(count - 1).join(SEPARATOR));
  while (parts.length < count) parts.push('');
  return parts;
}
