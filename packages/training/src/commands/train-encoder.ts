// `npm run train:encoder -w @medspasync/training`: wordings → the service encoder's model.onnx, manifest.json and card.md, the same
// every time. The main model reads its vectors: train that one after it.
import { currentEncoderDirectory } from '@medspasync/matching/node';
import { evaluatorOf } from '@medspasync/matching/stages';
import { encoderCard } from '../encoder/encoder-card.ts';
import { packEncoder, quantise } from '../encoder/export-encoder.ts';
import { judgeEncoder } from '../encoder/judge-encoder.ts';
import { leastLengthOf, trainEncoder, WIDTH } from '../encoder/train-encoder.ts';
import { splitWordings } from '../encoder/wordings.ts';
import { writeModel } from '../write-model.ts';

/** Raised by hand whenever the lists or the trainer change what the encoder says. */
const VERSION = '1.0.0';
const TRAINED_ON = '2026-11-26';

const { lessons, exam } = splitWordings();
const table = quantise(trainEncoder(lessons));
const leastLength = leastLengthOf(table, lessons);
const evaluator = { encodeNow: evaluatorOf(Float32Array.from(table), { width: WIDTH, leastLength }) };
const judged = judgeEncoder(evaluator, WIDTH, lessons, exam);
const files = packEncoder(table, {
  version: VERSION,
  leastLength,
  trainedAt: TRAINED_ON,
  trainingWordings: lessons.reduce((sum, { wordings }) => sum + wordings.length, 0),
  heldOut: { wordings: judged.wordings, topOne: judged.topOne, auc: judged.auc },
});
const card = encoderCard(files.manifest, judged, files.model.length);
await writeModel(currentEncoderDirectory(), files, card);
console.log(card);
