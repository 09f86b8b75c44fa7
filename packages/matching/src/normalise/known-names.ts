// The alias book of an organization as pairs of a job's name ids.
import { type KnownNames, NO_KNOWN_NAMES } from '../domain.ts';
import type { NameAlias } from '../report.ts';
import type { NameColumn } from './name-column.ts';
import { parseDay } from './parse-day.ts';

/**
 * Asked last: a name that no row bears is read into the column, but stays outside of the `names` the job knows, and of two
 * that are not both there nothing is known.
 */
export function knownNames(
  aliases: readonly NameAlias[],
  column: Pick<NameColumn, 'idOf'>,
  names: number,
): KnownNames {
  const known = aliases
    .map(({ names: [first, second], ...alias }) => ({
      ...alias,
      first: column.idOf(first),
      second: column.idOf(second),
    }))
    .filter(({ first, second }) => first !== second && isAmong(first, names) && isAmong(second, names));
  if (known.length === 0) return NO_KNOWN_NAMES;
  const pairsOf = new Map<number, number[]>();
  for (const [pair, { first, second }] of known.entries()) {
    for (const name of [first, second]) pairsOf.set(name, [...(pairsOf.get(name) ?? []), pair]);
  }
  const start = new Int32Array(names + 1);
  for (let name = 0; name < names; name++) start[name + 1] = start[name]! + (pairsOf.get(name)?.length ?? 0);
  return {
    first: Int32Array.from(known, ({ first }) => first),
    second: Int32Array.from(known, ({ second }) => second),
    household: Uint8Array.from(known, ({ kind }) => Number(kind === 'household')),
    confirmedOn: Int32Array.from(known, ({ confirmedOn }) => parseDay(confirmedOn)),
    start,
    pairs: Int32Array.from([...pairsOf].sort(([a], [b]) => a - b).flatMap(([, pairs]) => pairs)),
  };
}

const isAmong = (name: number, names: number): boolean => name >= 0 && name < names;
