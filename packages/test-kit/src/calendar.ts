// Days as integers while a book is made; dates as text only in its rows.

const MS_PER_DAY = 86_400_000;

export interface Calendar {
  /** `YYYY-MM-DD` of a day counted from the first; negative days lie before it. */
  date(day: number): string;
}

/** @param from the first day, `YYYY-MM-DD`. Throws RangeError for anything else. */
export function createCalendar(from: string): Calendar {
  const start = Date.parse(`${from}T00:00:00Z`);
  if (Number.isNaN(start)) throw new RangeError(`from: not a date YYYY-MM-DD: ${from}`);
  // A book has a few hundred distinct days and up to millions of rows.
  const known = new Map<number, string>();
  return {
    date: (day) => {
      let text = known.get(day);
      if (text === undefined) {
        text = new Date(start + day * MS_PER_DAY).toISOString().slice(0, 10);
        known.set(day, text);
      }
      return text;
    },
  };
}

/** Whether `YYYY-MM-DD` exists. */
export function isRealDate(date: string): boolean {
  const moment = Date.parse(`${date}T00:00:00Z`);
  return !Number.isNaN(moment) && new Date(moment).toISOString().startsWith(date);
}
