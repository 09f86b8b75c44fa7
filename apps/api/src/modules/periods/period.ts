// A month of the books as the slice speaks of it, and as the wire shows it.
import { type PeriodFiguresWire, type PeriodWire, PROGRAMS, type Program } from '@medspasync/schemas';
import type { Caller } from '../../platform/identity/index.ts';
import type { LocalDays } from '../organizations/index.ts';

/** What is closed at once. */
export interface PeriodScope {
  /** `YYYY-MM` */
  month: string;
  /** Null: every location, and rows that name none. */
  location: { id: string; name: string } | null;
  /** Null: every program. */
  program: Program | null;
}

export interface StoredPeriod extends PeriodScope {
  id: string;
  figures: PeriodFiguresWire;
  /** Null for someone who is no longer a member, here and below. */
  closedBy: string | null;
  closedAt: Date;
  reopenedBy: string | null;
  reopenedAt: Date | null;
  reopenReason: string | null;
}

/** Whether the month has ended at the location; without one, at every location and where the organization is. */
export function isOver(
  { location, month }: Pick<PeriodScope, 'location' | 'month'>,
  days: LocalDays,
): boolean {
  const place = days.places.find(({ name }) => name === location?.name.trim().toLowerCase());
  const where = location ? [place ?? days] : [days, ...days.places];
  return where.every(({ today }) => today.slice(0, 7) > month);
}

const FORMER_MEMBER = 'a former member';

/** `March 2026, Downtown, Allē`. */
export function nameOf({ location, month, program }: PeriodScope): string {
  const [year, number] = month.split('-').map(Number);
  const words = new Intl.DateTimeFormat('en-US', { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const parts = [words.format(Date.UTC(year!, number! - 1, 1))];
  if (location) parts.push(location.name);
  if (program) parts.push(PROGRAMS[program].name);
  return parts.join(', ');
}

/** Why it was reopened is free text: without patient access, it is left out like a note. */
export const periodToWire = (
  period: StoredPeriod,
  { permissions }: Pick<Caller, 'permissions'>,
): PeriodWire => ({
  period_id: period.id,
  month: period.month,
  location_id: period.location?.id ?? null,
  location_name: period.location?.name ?? null,
  program: period.program,
  is_closed: period.reopenedAt === null,
  closed_by: period.closedBy ?? FORMER_MEMBER,
  closed_at: period.closedAt.toISOString(),
  figures: period.figures,
  reopened_by: period.reopenedAt && (period.reopenedBy ?? FORMER_MEMBER),
  reopened_at: period.reopenedAt?.toISOString() ?? null,
  reopen_reason: permissions.has('reconciliation:read') ? period.reopenReason : null,
});
