// Gives each distinct string an id, so that the hot stages compare integers.

export class Interner {
  private readonly ids = new Map<string, number>();
  readonly text: string[] = [];

  /** The id of `value`, new or known. */
  idOf(value: string): number {
    const known = this.ids.get(value);
    if (known !== undefined) return known;
    const id = this.text.length;
    this.ids.set(value, id);
    this.text.push(value);
    return id;
  }
}
