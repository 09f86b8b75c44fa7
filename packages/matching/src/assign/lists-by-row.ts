// Which rows belong to each row of a book: nearly every row has a list, so its number finds it sooner than a hash would.

export class ListsByRow {
  private readonly lists: (number[] | undefined)[];

  constructor(readonly rows: number) {
    this.lists = new Array<number[] | undefined>(rows).fill(undefined);
  }

  get(row: number): number[] | undefined {
    return this.lists[row];
  }

  has(row: number): boolean {
    return this.lists[row] !== undefined;
  }

  set(row: number, list: number[]): void {
    this.lists[row] = list;
  }

  delete(row: number): void {
    this.lists[row] = undefined;
  }
}
