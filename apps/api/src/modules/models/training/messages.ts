// What a training's thread is given, and what it answers with.
import type { LearnedModel, LearningProblem, LearningRequest } from '@medspasync/training/learn';

export interface TrainingTask extends Omit<LearningRequest, 'base' | 'encoder' | 'plan'> {
  /** Where the model to start from lies, and the service encoder. */
  modelDirectory: string;
  encoderDirectory: string;
}

export type FromTraining =
  | { kind: 'learned'; learned: LearnedModel }
  | { kind: 'refused'; problems: readonly LearningProblem[] };
