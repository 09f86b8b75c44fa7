// What cannot be learned from, said before anything is fitted.
import type { Plan, ServiceEncoder } from '@medspasync/matching/stages';
import { areaUnderCurve } from '../measure-quality.ts';
import { contentOfPair, differentPairs } from './content.ts';
import { evidenceOf } from './evidence.ts';
import { areaInterval } from './intervals.ts';
import { FEWEST_PAIRS, LARGEST_SPLIT, type LabelledPair, SMALLEST_SPLIT } from './labelled-pair.ts';
import { leaksOf } from './leaks.ts';
import type { LearningProblem } from './refusal.ts';

/** Everything that is wrong, in the order of the rows; none when the pairs can be learned from. */
export function problemsOf(
  pairs: readonly LabelledPair[],
  validationSplit: number,
  plan: Plan,
  encoder: ServiceEncoder,
): LearningProblem[] {
  return [
    ...problemsOfSplit(validationSplit),
    ...problemsOfSize(pairs),
    ...reversals(pairs),
    ...contradictions(pairs),
    ...(pairs.length > 0 && hasNothingToCompare(pairs, plan, encoder) ? [NOTHING_TO_COMPARE] : []),
    ...leaksOf(differentPairs(pairs)).map((message) => ({ row: null, field: 'pairs' as const, message })),
  ];
}

const NOTHING_TO_COMPARE: LearningProblem = {
  row: null,
  field: 'pairs',
  message:
    'have nothing to compare but amounts: no row has a name, phone, e-mail address, date, service, code, provider or location on both sides',
};

export const INVERTED: LearningProblem = {
  row: null,
  field: 'isMatch',
  message:
    'looks inverted: the pairs called no match are those the current model takes for matches, and the other way round. Exchange true and false, or look through the labels',
};

/** Whether the labels rank against a model, and not by chance: the interval of its area under the curve lies below one half. */
export function areInverted(scores: Float64Array, labels: Uint8Array): boolean {
  const matches = labels.reduce((sum, label) => sum + label, 0);
  return areaInterval(areaUnderCurve(scores, labels), matches, labels.length - matches).high < 0.5;
}

function problemsOfSplit(split: number): LearningProblem[] {
  if (split >= SMALLEST_SPLIT && split <= LARGEST_SPLIT) return [];
  const message = `must be from ${SMALLEST_SPLIT} to ${LARGEST_SPLIT}`;
  return [{ row: null, field: 'validationSplit', message }];
}

function problemsOfSize(pairs: readonly LabelledPair[]): LearningProblem[] {
  const about = (message: string): LearningProblem => ({ row: null, field: 'pairs', message });
  const matches = pairs.filter((pair) => pair.isMatch).length;
  const problems: LearningProblem[] = [];
  // The same pair again says nothing new.
  const different = differentPairs(pairs).length;
  if (different < FEWEST_PAIRS) {
    const repeats = different < pairs.length ? ` different ones; of ${pairs.length} given` : ';';
    problems.push(about(`must be at least ${FEWEST_PAIRS}${repeats} there are ${different}`));
  }
  if (pairs.length > 0 && matches === 0) problems.push(about('need at least one match; none is'));
  if (pairs.length > 0 && matches === pairs.length) {
    problems.push(about('need at least one pair that is no match; all are'));
  }
  return problems;
}

/** The engine sets refunds and voids aside before it asks the model. */
const reversals = (pairs: readonly LabelledPair[]): LearningProblem[] =>
  pairs.flatMap((pair, row) =>
    (['reward', 'pos'] as const)
      .filter((side) => pair[side].type === 'refund' || pair[side].type === 'void')
      .map((field) => ({
        row,
        field,
        message: 'is a refund or void, which the engine sets aside by rule; leave the pair out',
      })),
  );

function contradictions(pairs: readonly LabelledPair[]): LearningProblem[] {
  const firstOf = new Map<string, number>();
  const problems: LearningProblem[] = [];
  for (const [row, pair] of pairs.entries()) {
    const content = contentOfPair(pair);
    const first = firstOf.get(content);
    if (first === undefined) firstOf.set(content, row);
    else if (pairs[first]!.isMatch !== pair.isMatch) {
      const message = `contradicts row ${first}: the same pair with the other label`;
      problems.push({ row, field: 'isMatch', message });
    }
  }
  return problems;
}

/** Every transaction has an amount; a model of amounts alone would approve strangers. */
function hasNothingToCompare(pairs: readonly LabelledPair[], plan: Plan, encoder: ServiceEncoder): boolean {
  const { features, labelled, width } = evidenceOf(pairs, plan, encoder);
  const isOfAmount = plan.comparisons.flatMap(({ columns, features: own }) =>
    own.map(() => columns.includes('amountCents')),
  );
  return features
    .subarray(0, labelled * width)
    .every((value, i) => isOfAmount[i % width] || Number.isNaN(value));
}
