// The rows of one sheet, as they arrive.
import type { ImportLimits, Row, RowRefusal } from '../../source.ts';
import { tooLong } from '../../text/oversized-row.ts';
import { cellText } from './cell-text.ts';
import type { WorkbookParts } from './workbook-parts.ts';
import type { XmlEvent } from './xml-elements.ts';

/** Of the longest sheet there is. */
const LAST_ROW = 1_048_576;

/** Collects events of a sheet into rows. Gaps in the sheet are gaps in the numbers; blank rows may be missing. */
export class SheetRows {
  readonly #parts: WorkbookParts;
  readonly #limits: ImportLimits;
  #rows: Row[] = [];
  #row: Row = { number: 0, cells: [] };
  #rowCharacters = 0;
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
        // In how many pieces a cell comes is the file's choice: once it is too long it grows no further.
        const isHeld = this.#isValue && this.#value.length <= this.#limits.rowCharacters;
        if (isHeld) this.#value += event.text;
      } else if (event.kind === 'open') this.#open(event);
      else this.#close(event.name);
    }
    const rows = this.#rows;
    this.#rows = [];
    return rows;
  }

  #open({ name, attributes }: XmlEvent): void {
    if (name === 'row') {
      this.#row = { number: this.#numberOf(attributes.r), cells: [] };
      this.#rowCharacters = 0;
      this.#column = -1;
    } else if (name === 'c') {
      this.#column = attributes.r ? columnIndexOf(attributes.r) : this.#column + 1;
      if (this.#column >= this.#limits.columns) this.#refuseRow(tooWide(this.#limits.columns));
      this.#type = attributes.t ?? '';
      this.#style = Number(attributes.s ?? 0);
      this.#value = '';
    } else if (name === 'v' || name === 't') this.#isValue = true;
  }

  #close(name: string): void {
    if (name === 'v' || name === 't') this.#isValue = false;
    else if (name === 'c') {
      if (this.#row.refusal) return;
      const text = cellText(this.#type, this.#style, this.#value, this.#parts);
      this.#rowCharacters += text.length;
      const { rowCharacters } = this.#limits;
      if (this.#rowCharacters > rowCharacters) {
        this.#refuseRow(tooLong(rowCharacters));
        return;
      }
      const { cells } = this.#row;
      while (cells.length < this.#column) cells.push('');
      cells[this.#column] = text;
    } else if (name === 'row') this.#rows.push(this.#row);
  }

  #refuseRow(refusal: RowRefusal): void {
    this.#row = { number: this.#row.number, cells: [], refusal };
  }

  /** What the file says, where a sheet can have such a row after the one before. */
  #numberOf(said: string | undefined): number {
    const next = this.#row.number + 1;
    const number = Number(said);
    return Number.isInteger(number) && number >= next && number <= LAST_ROW ? number : next;
  }
}

const tooWide = (allowed: number): RowRefusal => ({
  code: 'upload.too_wide',
  reason: `more than the ${allowed} columns allowed`,
});

/** `C7` → 2, `AA1` → 26. */
function columnIndexOf(reference: string): number {
  let column = 0;
  for (const char of reference) {
    if (char < 'A' || char > 'Z') break;
    column = column * 26 + char.charCodeAt(0) - 64;
  }
  return column - 1;
}
