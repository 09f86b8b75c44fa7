// Loyalty points that stand where a sum of money should.
import type { Program } from '@medspasync/schemas';

/**
 * What one redeemed point is worth, in cents, from a day on: programs change their rules, so the latest value that had
 * begun applies. Allē: 100 points are $10. ASPIRE points have no dollar value until they become a certificate.
 */
const POINT_VALUES: readonly { program: Program; from: string; cents: number }[] = [
  { program: 'alle', from: '2020-01-01', cents: 10 },
];

const POINTS = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.0+)?\s*(points?|pts?\.?)?$/i;

/** Whether a cell counts points rather than dollars: `400 pts`. */
export const saysPoints = (text: string): boolean =>
  /\d\s{0,3}(?:points?|pts?\.?)\s*$/i.test(text.slice(-20));

/** `400 pts` or `400` → 400; undefined when it is no whole number of points. */
export function parsePoints(text: string): number | undefined {
  const found = POINTS.exec(text.trim());
  return found ? Number(found[1]!.replaceAll(',', '')) : undefined;
}

/** Points of a program on a day (ISO; today's rule when unknown) → cents, or undefined when they have no dollar value. */
export function centsOfPoints(points: number, program: Program, date?: string): number | undefined {
  const rules = POINT_VALUES.filter((rule) => rule.program === program && (!date || rule.from <= date));
  const rule = rules.at(-1);
  return rule && points * rule.cents;
}
