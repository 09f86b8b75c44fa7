// Learning from what people know: labelled pairs or decisions → an adapted model. Free of synthetic books, so that a
// server can carry it.
export type { AdaptationStep, ModelFile } from './adapted-model.ts';
export type { AgainstCurrent } from './against-current.ts';
export { type DecidedResult, pairsFromDecisions } from './decided-pairs.ts';
export { type Figure, type Interval, shareInterval } from './intervals.ts';
export { FEWEST_PAIRS, LARGEST_SPLIT, type LabelledPair, SMALLEST_SPLIT } from './labelled-pair.ts';
export { type LearnedModel, type LearningRequest, learnFromLabelledPairs } from './learn.ts';
export { type LearningProblem, LearningRefusal } from './refusal.ts';
