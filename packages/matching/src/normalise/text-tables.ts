// Services, providers and locations of both books: a file writes few of them, each many times.
import { MISSING, type ServiceTable, type TextTable } from '../domain.ts';
import { foldText, MAX_TEXT_LENGTH } from './fold-text.ts';
import { Interner } from './interner.ts';
import { parseService } from './parse-service.ts';
import { remembered } from './remembered.ts';

/** Reads cells with `parse`, remembers what each distinct cell gave, and interns the results. */
export class CellColumn {
  /** Value id by cell. A file's cells that are equal are mostly one string, which a map finds without reading it. */
  private readonly valueOf = new Map<string, number>();
  readonly values = new Interner();

  constructor(private readonly parse: (cell: string) => string | null) {}

  /** How many distinct cells were read. */
  get cells(): number {
    return this.valueOf.size;
  }

  idOf(cell: string | undefined): number {
    if (cell === undefined || cell === '') return MISSING;
    const cut = cell.length > MAX_TEXT_LENGTH ? cell.slice(0, MAX_TEXT_LENGTH) : cell;
    const known = this.valueOf.get(cut);
    if (known !== undefined) return known;
    const value = this.parse(cut);
    const id = value === null ? MISSING : this.values.idOf(value);
    this.valueOf.set(cut, id);
    return id;
  }

  /** The ids of values that were read before. */
  idsOf(values: readonly string[]): Int32Array {
    return Int32Array.from(values, (value) => this.values.idOf(value));
  }
}

/** People and places: titles and punctuation say nothing. Null when nothing is left. */
export const parsePlainText = remembered(readPlainText);

function readPlainText(cell: string): string | null {
  const words = foldText(cell).match(/[\p{L}\p{N}]+/gu) ?? [];
  const kept = words.filter((word) => !/^(?:dr|md|rn|np|pa|do|the|medspa|spa)$/.test(word));
  return kept.length === 0 ? null : kept.join(' ');
}

/** A column of people or places, with how common each value is among `columns`' rows. */
export function textTable(text: string[], columns: readonly Int32Array[]): TextTable {
  const counts = new Int32Array(text.length);
  let total = 0;
  for (const column of columns) {
    for (let row = 0; row < column.length; row++) {
      const id = column[row]!;
      if (id === MISSING) continue;
      counts[id] = counts[id]! + 1;
      total++;
    }
  }
  return { text, logShare: Float64Array.from(counts, (count) => textLogShare(count, total)) };
}

/** Of a value that `rows` of the `total` rows with any value carry. */
export function textLogShare(rows: number, total: number): number {
  // Two fictional rows: in a file of one row, a location does not become the only place on earth.
  return Math.log((rows + 1) / (total + 2));
}

export function serviceTable(text: readonly string[]): ServiceTable {
  const parsed = text.map(parseService);
  return {
    text: parsed.map((service) => service.text),
    products: Int32Array.from(parsed, (service) => service.products),
    kinds: Int32Array.from(parsed, (service) => service.kinds),
    programs: Int32Array.from(parsed, (service) => service.programs),
    units: Int32Array.from(parsed, (service) => service.units),
    meaning: new Float32Array(),
    meaningWidth: 0,
  };
}
