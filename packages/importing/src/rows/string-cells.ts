// A row whose cells are strings already: of a workbook, or split from combined cells.
import type { RowCells } from '../source.ts';
import { NO_KEY } from '../text/column-keys.ts';

export class StringCells implements RowCells {
  readonly #cells: readonly string[];

  constructor(cells: readonly string[]) {
    this.#cells = cells;
  }

  get width(): number {
    return this.#cells.length;
  }

  keyOf(): number {
    return NO_KEY;
  }

  textOf(column: number): string {
    return this.#cells[column] ?? '';
  }

  isBlank(column: number): boolean {
    return this.textOf(column).trim() === '';
  }

  mayBeginWithWord(): boolean {
    return true;
  }

  takeBytes(): boolean {
    return false;
  }
}
