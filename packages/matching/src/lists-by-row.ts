// Which rows belong to each row of a book. Nearly every row has exactly one, kept as a number: a million lists would be as
// many objects.

const NONE = -1;
const SEVERAL = -2;

/** Of the other book's rows. */
export class ListsByRow {
  /** Of as many rows as `only` has; both are written to, and can be handed over. */
  constructor(
    readonly only: Int32Array,
    readonly several = new Map<number, readonly number[]>(),
  ) {}

  static empty(rows: number): ListsByRow {
    return new ListsByRow(new Int32Array(rows).fill(NONE));
  }

  /** How many there are, with a list and without. */
  get rows(): number {
    return this.only.length;
  }

  get(row: number): readonly number[] | undefined {
    const only = this.only[row]!;
    if (only === NONE) return undefined;
    return only === SEVERAL ? this.several.get(row) : [only];
  }

  /** The first of a row's list, without making the list. */
  first(row: number): number | undefined {
    const only = this.only[row]!;
    if (only === NONE) return undefined;
    return only === SEVERAL ? this.several.get(row)![0] : only;
  }

  has(row: number): boolean {
    return this.only[row] !== NONE;
  }

  /** `list` is not empty. */
  set(row: number, list: readonly number[]): void {
    this.only[row] = list.length === 1 ? list[0]! : SEVERAL;
    if (list.length > 1) this.several.set(row, list);
  }

  delete(row: number): void {
    this.only[row] = NONE;
  }
}
