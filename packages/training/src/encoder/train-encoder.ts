// Contrastive training of the bucket table: wordings of one treatment are pulled together, its alternatives pushed away.
import { BUCKETS, bucketsOf, parseService, wordingOf } from '@medspasync/matching/stages';
import { createRandom, type Random } from '@medspasync/test-kit';
import { contrast } from './contrast.ts';
import { relationOf } from './relation.ts';
import { type Lesson, writeWording } from './wordings.ts';

export const WIDTH = 32;

export interface EncoderTraining {
  seed: number;
  steps: number;
  learningRate: number;
  /** Wordings of each treatment in a step. */
  wordingsPerStep: number;
  /** Share of a wording's buckets left out, so that no single run of letters carries a meaning alone. */
  dropout: number;
}

export const DEFAULT_TRAINING: EncoderTraining = {
  seed: 7,
  steps: 600,
  learningRate: 0.05,
  wordingsPerStep: 3,
  dropout: 0.2,
};

/** The buckets of a free text, as the engine reads it. */
export const bucketsOfText = (text: string): number[] => bucketsOf(wordingOf(parseService(text).text));

/**
 * Rows of (BUCKETS + 1) × WIDTH numbers, row 0 for padding. Rows of buckets that no lesson touched stay zero: what was never
 * learned says nothing. Deterministic: same lessons and options, same table.
 */
export function trainEncoder(lessons: readonly Lesson[], options = DEFAULT_TRAINING): Float64Array {
  const random = createRandom(options.seed);
  const table = new Float64Array((BUCKETS + 1) * WIDTH);
  const squares = new Float64Array(table.length);
  const touched = new Uint8Array(BUCKETS + 1);
  const relations = lessons.map(({ treatment: a }) => lessons.map(({ treatment: b }) => relationOf(a, b)));
  for (let step = 0; step < options.steps; step++) {
    const rate = options.learningRate * (1 - step / options.steps);
    const batch = lessons.flatMap((lesson, treatment) =>
      Array.from({ length: options.wordingsPerStep }, () => ({
        treatment,
        buckets: withDropout(random, bucketsOfText(writeWording(random, lesson)), options.dropout),
      })),
    );
    for (const { buckets } of batch) {
      for (const bucket of buckets) {
        if (touched[bucket] === 1) continue;
        touched[bucket] = 1;
        for (let d = 0; d < WIDTH; d++) table[bucket * WIDTH + d] = 0.1 * (random.next() - 0.5);
      }
    }
    const vectors = new Float64Array(batch.length * WIDTH);
    for (const [i, { buckets }] of batch.entries()) addRows(table, buckets, vectors, i);
    const gradients = contrast(
      vectors,
      WIDTH,
      (i, k) => relations[batch[i]!.treatment]![batch[k]!.treatment]!,
    );
    for (const [i, { buckets }] of batch.entries()) descend(table, squares, buckets, gradients, i, rate);
  }
  return table;
}

const withDropout = (random: Random, buckets: number[], dropout: number): number[] => {
  const kept = buckets.filter(() => !random.chance(dropout));
  return kept.length === 0 ? buckets : kept;
};

function addRows(table: Float64Array, buckets: readonly number[], vectors: Float64Array, i: number): void {
  for (const bucket of buckets) {
    for (let d = 0; d < WIDTH; d++)
      vectors[i * WIDTH + d] = vectors[i * WIDTH + d]! + table[bucket * WIDTH + d]!;
  }
}

/** Adagrad: buckets that are seldom seen still learn. */
function descend(
  table: Float64Array,
  squares: Float64Array,
  buckets: readonly number[],
  gradients: Float64Array,
  i: number,
  rate: number,
): void {
  for (const bucket of buckets) {
    for (let d = 0; d < WIDTH; d++) {
      const at = bucket * WIDTH + d;
      const gradient = gradients[i * WIDTH + d]!;
      squares[at] = squares[at]! + gradient * gradient;
      table[at] = table[at]! - (rate * gradient) / Math.sqrt(squares[at]! + 1e-8);
    }
  }
}

/** A sixth of the usual length: a wording below it is made of chatter and of letters nobody learned. */
export function leastLengthOf(table: Int8Array, lessons: readonly Lesson[]): number {
  const rows = Float64Array.from(table);
  const lengths = lessons
    .flatMap(({ wordings }) => wordings)
    .map((wording) => {
      const vector = new Float64Array(WIDTH);
      addRows(rows, bucketsOfText(wording), vector, 0);
      return Math.hypot(...vector);
    })
    .sort((a, b) => a - b);
  return Math.round(lengths[Math.floor(lengths.length / 2)]! / 6);
}
