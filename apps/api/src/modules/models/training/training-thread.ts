// Runs in a thread of its own: fits, validates, answers, ends. It reads the model it starts from and writes nothing.
import { parentPort, workerData } from 'node:worker_threads';
import type { ModelManifest } from '@medspasync/matching';
import { loadEncoder, readModelFiles } from '@medspasync/matching/node';
import { LearningRefusal, learnFromLabelledPairs } from '@medspasync/training/learn';
import type { FromTraining, TrainingTask } from './messages.ts';

const { modelDirectory, encoderDirectory, ...request } = workerData as TrainingTask;

const tell = (message: FromTraining): void => parentPort!.postMessage(message);

const base = await readModelFiles<ModelManifest>(modelDirectory);
const encoder = await loadEncoder(encoderDirectory);
try {
  tell({ kind: 'learned', learned: learnFromLabelledPairs({ ...request, base, encoder }) });
} catch (error) {
  if (!(error instanceof LearningRefusal)) throw error;
  tell({ kind: 'refused', problems: error.problems });
}
