// Until when the money of a row can be claimed, in words.
import { formatDay, localDay } from '../dates.ts';

/** `claim by Feb 14, 2024`, or that it was due: the manufacturer may still be asked, but need not pay. `deadline` is `YYYY-MM-DD`, and counts in whole. */
export const claimWords = (deadline: string, today = localDay(new Date())): string =>
  deadline < today ? `claim was due ${formatDay(deadline)}` : `claim by ${formatDay(deadline)}`;
