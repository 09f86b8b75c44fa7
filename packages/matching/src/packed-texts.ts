// Texts side by side in one array: letters are read without a JavaScript string, and threads can share them.

/** Text i is the UTF-16 units `units[start[i] … start[i + 1])`. */
export interface PackedTexts {
  units: Uint16Array;
  start: Int32Array;
}

/** Units as a string. Spread, they would pass through an iterator one by one, which takes five times as long. */
export const textOfUnits = (units: Uint16Array, from: number, to: number): string =>
  Reflect.apply(String.fromCharCode, undefined, units.subarray(from, to));

/** Text `id` as a string, or its first `length` units. */
export const textAt = ({ units, start }: PackedTexts, id: number, length?: number): string =>
  textOfUnits(units, start[id]!, length === undefined ? start[id + 1]! : start[id]! + length);

/** What `idOf` answers for the units of each text, in order. */
export function idsOfTexts(
  { units, start }: PackedTexts,
  idOf: (units: Uint16Array, from: number, to: number) => number,
): Int32Array {
  const ids = new Int32Array(start.length - 1);
  for (let text = 0; text < ids.length; text++) ids[text] = idOf(units, start[text]!, start[text + 1]!);
  return ids;
}
