// A row beyond the limits, passed over without being held: the good rows around it are worth keeping.
import type { ImportLimits, RowRefusal } from '../source.ts';
import { cellEnd, closingQuote, QUOTE } from './csv-cells.ts';

/** Why a row of this size is refused; undefined when it is within the limits. */
export function sizeRefusal(
  cells: number,
  characters: number,
  { columns, rowCharacters }: ImportLimits,
): RowRefusal | undefined {
  if (cells > columns)
    return { code: 'upload.too_wide', reason: `${cells} columns, more than the ${columns} allowed` };
  if (characters > rowCharacters)
    return { code: 'upload.too_long_row', reason: `longer than the ${rowCharacters} characters allowed` };
  return undefined;
}

/** Counts what it passes over. */
export class OversizedRow {
  cells = 1;
  characters = 0;
  #isInCell = false;
  readonly #delimiter: string;

  constructor(delimiter: string) {
    this.#delimiter = delimiter;
  }

  /**
   * Reads on in `text`: `at` is where the next row starts when `isEnd`, else where to resume once more text has arrived
   * behind it (a quote that is still open keeps its place).
   */
  passOver(text: string, isLast: boolean): { at: number; isEnd: boolean } {
    let at = 0;
    const stop = (next: number, isEnd: boolean) => {
      this.characters += next;
      return { at: next, isEnd };
    };
    while (at < text.length) {
      if (!this.#isInCell && text[at] === QUOTE) {
        const closing = closingQuote(text, at + 1);
        if (closing < 0 || (closing === text.length - 1 && !isLast)) return stop(at, false);
        at = closing + 1;
      }
      this.#isInCell = true;
      at = cellEnd(text, at, this.#delimiter);
      if (text[at] === this.#delimiter) {
        this.cells += 1;
        this.#isInCell = false;
        at += 1;
        continue;
      }
      if (at === text.length) break;
      if (text[at] === '\r' && at + 1 === text.length && !isLast) return stop(at, false);
      return stop(at + (text[at] === '\r' && text[at + 1] === '\n' ? 2 : 1), true);
    }
    return stop(at, isLast);
  }
}
