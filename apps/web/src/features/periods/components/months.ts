// Months of the calendar, counted back from a day.

/** The last `count` months, that of `today` first. */
export function lastMonths(today: Date, count: number): string[] {
  return Array.from({ length: count }, (_, back) => {
    const first = new Date(Date.UTC(today.getFullYear(), today.getMonth() - back, 1));
    return first.toISOString().slice(0, 7);
  });
}
