// The terms of programs as columns.
import { NEVER, NO_TERMS, type ProgramTermsTable } from '../domain.ts';
import type { ProgramTerms } from '../report.ts';
import { parseDay } from './parse-day.ts';
import { PROGRAM_ORDER } from './service-vocabulary.ts';

/** @param today `YYYY-MM-DD` */
export function termsTable(terms: readonly ProgramTerms[], today: string): ProgramTermsTable {
  if (terms.length === 0) return NO_TERMS;
  const rows = terms
    .map((one) => ({ ...one, program: PROGRAM_ORDER.indexOf(one.program), fromDay: parseDay(one.validFrom) }))
    .sort((a, b) => a.program - b.program || a.fromDay - b.fromDay);
  return {
    program: Int8Array.from(rows, ({ program }) => program),
    fromDay: Int32Array.from(rows, ({ fromDay }) => fromDay),
    lagDays: Int32Array.from(rows, ({ lagDays }) => lagDays),
    expiresAfterDays: Int32Array.from(rows, ({ expiresAfterDays }) => expiresAfterDays ?? NEVER),
    today: parseDay(today),
  };
}
