// An alias book for pairs that come one by one: read once, asked for each. A job instead reads the book with its own names.
import { MISSING } from './domain.ts';
import { NameColumn } from './normalise/name-column.ts';
import type { NameAlias } from './report.ts';

/** Names of pairs that were asked about and are no alias, before they are forgotten. */
const MOST_OTHER_NAMES = 10_000;

export class AliasBook {
  private column = new NameColumn();
  private ofNames = new Map<string, NameAlias>();
  private known = 0;

  constructor(private readonly aliases: readonly NameAlias[]) {
    this.read();
  }

  /** What the book says of two names, in any order and in any spelling that reads as the same name. */
  find(first: string | undefined, second: string | undefined): NameAlias | undefined {
    if (this.ofNames.size === 0) return undefined;
    if (this.column.count > this.known + MOST_OTHER_NAMES) this.read();
    return this.ofNames.get(this.keyOf(first, second) ?? '');
  }

  private read(): void {
    this.column = new NameColumn();
    this.ofNames = new Map();
    for (const alias of this.aliases) {
      const key = this.keyOf(...alias.names);
      if (key !== undefined && !this.ofNames.has(key)) this.ofNames.set(key, alias);
    }
    this.known = this.column.count;
  }

  /** Undefined for one name twice, or for none. */
  private keyOf(first: string | undefined, second: string | undefined): string | undefined {
    const a = this.column.idOf(first);
    const b = this.column.idOf(second);
    if (a === MISSING || b === MISSING || a === b) return undefined;
    return `${Math.min(a, b)} ${Math.max(a, b)}`;
  }
}
