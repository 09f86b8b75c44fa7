// Days, counts, likelihoods and stages in words.
const calendarDay = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' });
const whole = new Intl.NumberFormat('en-US');

/** `2026-10-05` or a date-time → `Oct 5, 2026`; any other notation as it is written. */
export function dayWords(date: string | undefined): string {
  const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(date ?? '');
  if (!found) return date ?? '';
  return calendarDay.format(Date.UTC(Number(found[1]), Number(found[2]) - 1, Number(found[3])));
}

/** 12345 → `12,345`. */
export const countWords = (count: number): string => whole.format(count);

/** `rowsWords(1)` → `1 row`. */
export const rowsWords = (count: number): string => `${countWords(count)} ${count === 1 ? 'row' : 'rows'}`;

/** A probability as a percentage that never claims certainty: 0.9996 → `>99%`, 0.95 → `95%`. */
export function likelihoodWords(probability: number): string {
  if (probability > 0.99) return '>99%';
  if (probability < 0.01) return '<1%';
  return `${Math.floor(probability * 100 + 1e-9)}%`;
}

/** Log-odds with its sign: 2.4 → `+2.40`. */
export const logOddsWords = (logOdds: number): string =>
  `${logOdds < 0 ? '−' : '+'}${Math.abs(logOdds).toFixed(2)}`;

const STAGE_WORDS: Readonly<Record<string, string>> = {
  normalise: 'Tidying names, phones and dates',
  understand: 'Reading what each service means',
  block: 'Finding pairs worth a look',
  compare: 'Comparing pairs',
  score: 'Scoring pairs',
  assign: 'Choosing the best match for each reward',
  explain: 'Writing down the reasons',
  done: 'Opening the results',
};

export const stageWords = (stage: string): string => STAGE_WORDS[stage] ?? stage;
