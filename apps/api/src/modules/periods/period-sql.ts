// Which rows lie in a closed month, as SQL.

/** Of a period `p`: as its location was called when it was closed, and as it is called by now. */
const NAMES = `
  SELECT p.location_name AS name
  UNION ALL
  SELECT l.name FROM locations l WHERE l.organization_id = p.organization_id AND l.id = p.location_id`;

/** Whether a closed period `p` has a row of these columns. A row without a day is of no month. */
const holds = (row: { day: string; program: string; location: string }): string => `
  p.reopened_at IS NULL AND p.month = date_trunc('month', ${row.day})::date
  AND (p.program IS NULL OR p.program = coalesce(${row.program}, 'other'))
  AND (p.location_name IS NULL
    OR EXISTS (SELECT FROM (${NAMES}) AS called WHERE lower(btrim(called.name)) = lower(btrim(${row.location}))))`;

// The days are said again as a range, which the index of results by day answers.
export const HOLDS_RESULT = `
  r.happened_on >= p.month AND r.happened_on < (p.month + interval '1 month')::date
  AND ${holds({ day: 'r.happened_on', program: 'r.program', location: 'r.location' })}`;

/** The day of a transaction `t`; null where it has none. */
const DAY_OF_TRANSACTION = `(CASE WHEN t.date ~ '^\\d{4}-\\d{2}-\\d{2}' THEN left(t.date, 10)::date END)`;

export const HOLDS_TRANSACTION = holds({
  day: DAY_OF_TRANSACTION,
  program: 't.program',
  location: 't.location',
});
