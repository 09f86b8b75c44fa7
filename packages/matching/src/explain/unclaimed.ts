// The result of a sale that no reward has.
import { type ExceptionCode, saysParked } from '@medspasync/schemas';
import { hasExpired, MISSING, NO_DAY, type Records } from '../domain.ts';
import type { MatchResult } from '../report.ts';
import { noteOn } from './reversals.ts';
import { unmatched } from './unmatched.ts';

/** @param row of the POS. */
export function unclaimed(records: Records, row: number): MatchResult {
  const { pos } = records;
  const p = pos.distinctOf[row]!;
  const note = noteOn(pos, p);
  const isOpen = note === null && isLoyalty(records, p);
  const result = unmatched(null, null, 0, null, isOpen ? codesOf(records, p) : []);
  result.posIndexes.push(row);
  return note === null ? result : { ...result, note };
}

function codesOf({ pos, services, terms }: Records, p: number): ExceptionCode[] {
  const day = pos.day[p]!;
  const service = pos.service[p]!;
  const codes: ExceptionCode[] = ['POS_NOT_REDEEMED'];
  if (service !== MISSING && saysParked(services.text[service]!)) codes.push('PARKED_BALANCE');
  const isExpired = day !== NO_DAY && hasExpired(terms, pos.program[p]!, day);
  if (isExpired) codes.push('EXPIRED');
  return codes;
}

/** Only a row that names a loyalty program is a discount somebody should have redeemed. */
function isLoyalty({ pos, services }: Records, p: number): boolean {
  const service = pos.service[p]!;
  return (
    pos.program[p] !== MISSING ||
    (service !== MISSING && services.products[service] === 0 && services.programs[service] !== 0)
  );
}
