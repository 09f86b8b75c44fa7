// The result of a sale that no reward has.
import { MISSING, type Records } from '../domain.ts';
import type { MatchResult } from '../report.ts';
import { noteOn } from './reversals.ts';
import { unmatched } from './unmatched.ts';

/** @param row of the POS. */
export function unclaimed(records: Records, row: number): MatchResult {
  const { pos } = records;
  const p = pos.distinctOf[row]!;
  const note = noteOn(pos, p);
  const isOpen = note === null && isLoyalty(records, p);
  const result = unmatched(null, null, 0, null, isOpen ? ['POS_NOT_REDEEMED'] : []);
  result.posIndexes.push(row);
  return note === null ? result : { ...result, note };
}

/** Only a row that names a loyalty program is a discount somebody should have redeemed. */
function isLoyalty({ pos, services }: Records, p: number): boolean {
  const service = pos.service[p]!;
  return (
    pos.program[p] !== MISSING ||
    (service !== MISSING && services.products[service] === 0 && services.programs[service] !== 0)
  );
}
