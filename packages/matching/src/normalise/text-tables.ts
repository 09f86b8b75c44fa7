// Interned phones, e-mails, codes, services, providers and locations: each distinct cell is parsed once.
import { MISSING, type ServiceTable, type TextTable } from '../domain.ts';
import { foldText } from './fold-text.ts';
import { Interner } from './interner.ts';
import { parseService } from './parse-service.ts';

/** Reads cells with `parse`, remembers what each distinct cell gave, and interns the results. */
export class CellColumn {
  private readonly idByCell = new Map<string, number>();
  readonly values = new Interner();

  constructor(private readonly parse: (cell: string) => string | null) {}

  idOf(cell: string | undefined): number {
    if (cell === undefined || cell === '') return MISSING;
    const known = this.idByCell.get(cell);
    if (known !== undefined) return known;
    const value = this.parse(cell);
    const id = value === null ? MISSING : this.values.idOf(value);
    this.idByCell.set(cell, id);
    return id;
  }
}

/** People and places: titles and punctuation say nothing. Null when nothing is left. */
export function parsePlainText(cell: string): string | null {
  const words = foldText(cell).match(/[\p{L}\p{N}]+/gu) ?? [];
  const kept = words.filter((word) => !/^(?:dr|md|rn|np|pa|do|the|medspa|spa)$/.test(word));
  return kept.length === 0 ? null : kept.join(' ');
}

/** A column of people or places, with how common each value is among `columns`' rows. */
export function textTable(text: string[], columns: readonly Int32Array[]): TextTable {
  const counts = new Float64Array(text.length);
  let total = 0;
  for (const column of columns) {
    for (const id of column) {
      if (id === MISSING) continue;
      counts[id] = counts[id]! + 1;
      total++;
    }
  }
  // Two fictional rows: in a file of one row, a location does not become the only place on earth.
  return { text, logShare: counts.map((count) => Math.log((count + 1) / (total + 2))) };
}

export function serviceTable(text: string[]): ServiceTable {
  const parsed = text.map(parseService);
  return {
    text: parsed.map((service) => service.text),
    products: Int32Array.from(parsed, (service) => service.products),
    kinds: Int32Array.from(parsed, (service) => service.kinds),
    programs: Int32Array.from(parsed, (service) => service.programs),
    units: Int32Array.from(parsed, (service) => service.units),
  };
}
