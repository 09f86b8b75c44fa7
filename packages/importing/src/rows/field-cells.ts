// The cells of one field: of its columns the first that says something, read once for each distinct text.
import { isBlank } from '../fields/blank.ts';
import type { RowCells } from '../source.ts';

/** A filled cell without a value: it means nothing, or is refused for a reason. */
export class NoValue {
  readonly problem: string | undefined;

  constructor(problem?: string) {
    this.problem = problem;
  }
}

const BLANK = Symbol('blank');

/** `T` is anything but undefined, so that no value needs a box of its own. */
export class FieldCells<T extends object | string | number> {
  /** Where the cell stood that was read last. */
  columnIndex = -1;
  readonly #columns: readonly number[];
  readonly #read: (text: string, columnIndex: number) => T | NoValue;
  /** By column of the field, then by key. */
  readonly #known: (T | NoValue | typeof BLANK | undefined)[][];

  /** `read` is given trimmed text that is not blank, and its column. */
  constructor(columns: readonly number[], read: (text: string, columnIndex: number) => T | NoValue) {
    this.#columns = columns;
    this.#read = read;
    this.#known = columns.map(() => []);
  }

  /** Undefined when every cell of the field is blank. */
  of(row: RowCells): T | NoValue | undefined {
    const columns = this.#columns;
    for (let place = 0; place < columns.length; place++) {
      const columnIndex = columns[place]!;
      const key = row.keyOf(columnIndex);
      const known = key < 0 ? undefined : this.#known[place]![key];
      const reading = known ?? this.#readCell(row, place, key);
      if (reading === BLANK) continue;
      this.columnIndex = columnIndex;
      return reading as T | NoValue;
    }
    return undefined;
  }

  /** The value of the field, where it has one. */
  valueIn(row: RowCells): T | undefined {
    const reading = this.of(row);
    return reading instanceof NoValue ? undefined : reading;
  }

  #readCell(row: RowCells, place: number, key: number): T | NoValue | typeof BLANK {
    const columnIndex = this.#columns[place]!;
    const text = row.textOf(columnIndex).trim();
    const reading = isBlank(text) ? BLANK : this.#read(text, columnIndex);
    if (key >= 0) this.#known[place]![key] = reading;
    return reading;
  }
}
