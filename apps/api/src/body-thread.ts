// Runs in a thread of its own: a body of thirty megabytes takes seconds to parse and to check.
import { workerData } from 'node:worker_threads';
import { PredictBatchRequestWire, StartJobRequestWire, TrainRequestWire } from '@medspasync/schemas';
import { unusableTrainingData } from './modules/models/training/unusable-training-data.ts';
import { unusableBatch } from './modules/predictions/unusable-batch.ts';
import { giveWay } from './platform/give-way.ts';
import { BodyDesk, type BodyRules } from './platform/http/body-desk.ts';
import { unusableFields } from './platform/http/unusable-fields.ts';
import { serveSessions } from './platform/work-thread/serve-sessions.ts';

/** Given to the thread when it starts. */
export interface BodyThreadSettings {
  /** Of bodies that give none. */
  threshold: number;
}

giveWay();
const { threshold } = workerData as BodyThreadSettings;

/** By the operation's schema in the OpenAPI document. The middlewares of the controllers say the same. */
const RULES: ReadonlyMap<string, BodyRules> = new Map([
  ['StartJobRequest', { schema: StartJobRequestWire, alsoWrong: unusableFields, threshold }],
  ['PredictBatchRequest', { schema: PredictBatchRequestWire, alsoWrong: unusableBatch, threshold }],
  ['TrainRequest', { schema: TrainRequestWire, alsoWrong: unusableTrainingData }],
]);

serveSessions(() => new BodyDesk(RULES));
