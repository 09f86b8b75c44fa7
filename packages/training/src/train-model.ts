// The whole training: a model of all processes, and beside it one model per process that never met that process. What
// those say about their strangers calibrates the model and sets its bounds: on real files every process is a stranger.
import type { Plan, ServiceEncoder } from '@medspasync/matching/stages';
import { ERROR_PROCESSES, type ErrorProcessName } from '@medspasync/test-kit';
import { fitCalibration, type Line } from './calibrate.ts';
import { booksOf, makeBooks, SPLITS } from './curriculum.ts';
import { type FittedTrees, fitTrees, logOddsOfBook } from './fit-trees.ts';
import { labelCandidates } from './label-pairs.ts';
import { type Lessons, lessonsWithout, makeLessons } from './lessons.ts';
import type { TreeModel } from './trees.ts';

export interface TrainedModel {
  comparisons: TreeModel;
  rivals: TreeModel;
  calibration: Line;
  trainingPrior: number;
  trainingSize: number;
}

export interface Training {
  model: TrainedModel;
  /** For each process, the model taught on the others only. */
  strangersTo: ReadonlyMap<ErrorProcessName, TrainedModel>;
}

/** What a model says about books of one process, uncalibrated. */
interface Unseen {
  logOdds: Float64Array;
  labels: Uint8Array;
}

/** Trains on the synthetic curriculum. Same curriculum, same models. */
export function trainModel(plan: Plan, encoder: ServiceEncoder): Training {
  const lessons = makeLessons(plan, encoder);
  const trees = new Map(ERROR_PROCESSES.map((process) => [process, strangerTo(plan, lessons, process)]));
  const unseen = new Map(
    ERROR_PROCESSES.map((process) => [process, unseenOf(plan, encoder, process, trees.get(process)!)]),
  );
  return {
    model: finish(fitTrees(plan, lessons), [...unseen.values()]),
    strangersTo: new Map(
      ERROR_PROCESSES.map((process) => {
        const others = ERROR_PROCESSES.filter((other) => other !== process);
        return [
          process,
          finish(
            trees.get(process)!,
            others.map((other) => unseen.get(other)!),
          ),
        ];
      }),
    ),
  };
}

const strangerTo = (plan: Plan, lessons: Lessons, process: ErrorProcessName): FittedTrees =>
  fitTrees(plan, lessonsWithout(lessons, process));

/** The calibration books of a process as a model sees them that was not taught on it. */
function unseenOf(
  plan: Plan,
  encoder: ServiceEncoder,
  process: ErrorProcessName,
  trees: FittedTrees,
): Unseen {
  const books = booksOf(SPLITS.calibration, [process]).map((options) =>
    labelCandidates(makeBooks(options), plan, encoder),
  );
  return joined(books.map((book) => ({ logOdds: logOddsOfBook(book, trees), labels: book.labels })));
}

function finish({ comparisons, rivals, size }: FittedTrees, unseen: readonly Unseen[]): TrainedModel {
  const { logOdds, labels } = joined(unseen);
  return {
    comparisons,
    rivals,
    calibration: fitCalibration(logOdds, labels),
    trainingPrior: labels.reduce((sum, label) => sum + label, 0) / labels.length,
    trainingSize: size + labels.length,
  };
}

function joined(parts: readonly Unseen[]): Unseen {
  const rows = parts.reduce((sum, part) => sum + part.labels.length, 0);
  const logOdds = new Float64Array(rows);
  const labels = new Uint8Array(rows);
  let row = 0;
  for (const part of parts) {
    logOdds.set(part.logOdds, row);
    labels.set(part.labels, row);
    row += part.labels.length;
  }
  return { logOdds, labels };
}
