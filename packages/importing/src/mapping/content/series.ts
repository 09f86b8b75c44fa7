// Numbers that count up or down: what ids and row numbers do, and sums of money do not.

/** Fewer numbers may be in order by chance. */
const ENOUGH = 4;

/** Whether the numbers rise or fall from each to the next; two or three only when they are neighbours. */
export function isSeries(numbers: readonly number[]): boolean {
  if (numbers.length < 2) return false;
  const steps = numbers.slice(1).map((number, index) => number - numbers[index]!);
  if (numbers.length < ENOUGH) return steps.every((step) => Math.abs(step) === 1);
  return steps.every((step) => step > 0) || steps.every((step) => step < 0);
}
