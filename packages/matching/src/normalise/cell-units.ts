// The cell being read, as UTF-16 units: in one array whatever it was made of, so that the loops over it are compiled for that.
import { textOfUnits } from '../domain.ts';
import { MAX_TEXT_LENGTH } from './fold-text.ts';

export const cellUnits = new Uint16Array(MAX_TEXT_LENGTH);

/** Puts a text there, cut to a bound; answers how many units. */
export function takeText(text: string): number {
  const length = Math.min(text.length, MAX_TEXT_LENGTH);
  for (let i = 0; i < length; i++) cellUnits[i] = text.charCodeAt(i);
  return length;
}

/** The same of ASCII bytes. */
export function takeBytes(bytes: Uint8Array, from: number, to: number): number {
  const length = Math.min(to - from, MAX_TEXT_LENGTH);
  for (let i = 0; i < length; i++) cellUnits[i] = bytes[from + i]!;
  return length;
}

/** What was put there. */
export const takenText = (length: number): string => textOfUnits(cellUnits, 0, length);
