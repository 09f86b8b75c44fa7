// A row beyond the limits, passed over without being held: the good rows around it are worth keeping.
import type { ImportLimits, RowRefusal } from '../source.ts';
import { CARRIAGE_RETURN, cellEnd, closingQuote, LINE_FEED, QUOTE } from './csv-cells.ts';
import { charactersIn } from './utf8.ts';

/** Why a row that spans these bytes is refused for its length; undefined when it is within the limit. */
export function lengthRefusal(
  bytes: Uint8Array,
  from: number,
  to: number,
  { rowCharacters }: ImportLimits,
): RowRefusal | undefined {
  const isShort = to - from <= rowCharacters || charactersIn(bytes, from, to) <= rowCharacters;
  return isShort ? undefined : tooLong(rowCharacters);
}

export const tooLong = (allowed: number): RowRefusal => ({
  code: 'upload.too_long_row',
  reason: `longer than the ${allowed} characters allowed`,
});

/** Counts what it passes over. */
export class OversizedRow {
  cells = 1;
  #isInCell = false;
  readonly #delimiter: number;

  constructor(delimiter: number) {
    this.#delimiter = delimiter;
  }

  /** Why, once it has been passed over. */
  refusal({ columns, rowCharacters }: ImportLimits): RowRefusal {
    if (this.cells <= columns) return tooLong(rowCharacters);
    return {
      code: 'upload.too_wide',
      reason: `${this.cells} columns, more than the ${columns} allowed`,
    };
  }

  /**
   * Reads on in `bytes`: `at` is where the next row starts when `isEnd`, else where to resume once more has arrived
   * behind it (a quote that is still open keeps its place).
   */
  passOver(bytes: Uint8Array, isLast: boolean): { at: number; isEnd: boolean } {
    let at = 0;
    while (at < bytes.length) {
      if (!this.#isInCell && bytes[at] === QUOTE) {
        const closing = closingQuote(bytes, at + 1);
        if (closing < 0 || (closing === bytes.length - 1 && !isLast)) return { at, isEnd: false };
        at = closing + 1;
      }
      this.#isInCell = true;
      at = cellEnd(bytes, at, this.#delimiter);
      if (bytes[at] === this.#delimiter) {
        this.cells += 1;
        this.#isInCell = false;
        at += 1;
        continue;
      }
      if (at === bytes.length) break;
      if (bytes[at] === CARRIAGE_RETURN && at + 1 === bytes.length && !isLast) return { at, isEnd: false };
      const isPair = bytes[at] === CARRIAGE_RETURN && bytes[at + 1] === LINE_FEED;
      return { at: at + (isPair ? 2 : 1), isEnd: true };
    }
    return { at, isEnd: isLast };
  }
}
