// Counts and shares in words.
const whole = new Intl.NumberFormat('en-US');

/** 12345 → `12,345`. */
export const formatCount = (count: number): string => whole.format(count);

/** `countOf(1, 'row')` → `1 row`, `countOf(2, 'row')` → `2 rows`. */
export const countOf = (count: number, noun: string, plural = `${noun}s`): string =>
  `${formatCount(count)} ${count === 1 ? noun : plural}`;

/** A probability as a percentage that never claims certainty: 0.9996 → `>99%`, 0.95 → `95%`. */
export function formatProbability(probability: number): string {
  if (probability > 0.99 && probability < 1) return '>99%';
  if (probability > 0 && probability < 0.01) return '<1%';
  return `${Math.floor(probability * 100 + 1e-9)}%`;
}
