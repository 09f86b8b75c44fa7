// The rows of one sheet, as they arrive.
import type { ImportLimits, Row } from '../../source.ts';
import { cellText } from './cell-text.ts';
import type { WorkbookParts } from './workbook-parts.ts';
import type { XmlEvent } from './xml-elements.ts';

/** Collects events of a sheet into rows. Gaps in the sheet are gaps in the numbers; blank rows may be missing. */
export class SheetRows {
  readonly #parts: WorkbookParts;
  readonly #limits: ImportLimits;
  #rows: Row[] = [];
  #row: Row = { number: 0, cells: [] };
  #column = -1;
  #type = '';
  #style = 0;
  #value = '';
  #isValue = false;

  constructor(parts: WorkbookParts, limits: ImportLimits) {
    this.#parts = parts;
    this.#limits = limits;
  }

  /** The rows that are complete with these events. */
  push(events: readonly XmlEvent[]): Row[] {
    for (const event of events) {
      if (event.kind === 'text') {
        if (this.#isValue) this.#value += event.text;
      } else if (event.kind === 'open') this.#open(event);
      else this.#close(event.name);
    }
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  #open({ name, attributes }: XmlEvent): void {
    if (name === 'row') {
      this.#row = { number: Number(attributes.r ?? this.#row.number + 1), cells: [] };
      this.#column = -1;
    } else if (name === 'c') {
      this.#column = attributes.r ? columnIndexOf(attributes.r) : this.#column + 1;
      if (this.#column >= this.#limits.columns) this.#refuseRow();
      this.#type = attributes.t ?? '';
      this.#style = Number(attributes.s ?? 0);
      this.#value = '';
    } else if (name === 'v' || name === 't') this.#isValue = true;
  }

  #close(name: string): void {
    if (name === 'v' || name === 't') this.#isValue = false;
    else if (name === 'c') {
      if (this.#row.refusal) return;
      const { cells } = this.#row;
      while (cells.length < this.#column) cells.push('');
      cells[this.#column] = cellText(this.#type, this.#style, this.#value, this.#parts);
    } else if (name === 'row') this.#rows.push(this.#row);
  }

  #refuseRow(): void {
    const reason = `more than the ${this.#limits.columns} columns allowed`;
    this.#row = { number: this.#row.number, cells: [], refusal: { code: 'upload.too_wide', reason } };
  }
}

/** `C7` → 2, `AA1` → 26. */
function columnIndexOf(reference: string): number {
  let column = 0;
  for (const char of reference) {
    if (char < 'A' || char > 'Z') break;
    column = column * 26 + char.charCodeAt(0) - 64;
  }
  return column - 1;
}
