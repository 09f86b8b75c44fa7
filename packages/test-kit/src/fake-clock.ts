// A clock that moves only when told, for code that takes its time from outside.

export interface FakeClock {
  /** Milliseconds since 1970, as `Date.now` gives them. */
  now(): number;
  /** The same moment as an ISO date-time in UTC. */
  iso(): string;
  /** Moves forward. `milliseconds` ≥ 0. */
  advance(milliseconds: number): void;
  /** Jumps to a moment, also backwards. */
  set(iso: string): void;
}

function parseMoment(iso: string): number {
  const moment = Date.parse(iso);
  if (Number.isNaN(moment)) throw new RangeError(`Not an ISO date or date-time: ${iso}`);
  return moment;
}

/** A clock standing at `iso` (an ISO date or date-time). Throws RangeError for anything else. */
export function createFakeClock(iso: string): FakeClock {
  let moment = parseMoment(iso);
  return {
    now: () => moment,
    iso: () => new Date(moment).toISOString(),
    advance: (milliseconds) => {
      if (!(milliseconds >= 0)) throw new RangeError('A clock advances by 0 or more milliseconds.');
      moment += milliseconds;
    },
    set: (to) => {
      moment = parseMoment(to);
    },
  };
}
