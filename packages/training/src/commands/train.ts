// `npm run train -w @medspasync/training`: curriculum → model.onnx, manifest.json, card.md and its pictures, the same every
// time.

import { currentModelDirectory, loadEncoder, scorerOf } from '@medspasync/matching/node';
import { rewardsToPos } from '@medspasync/matching/stages';
import { measureDriftReference } from '../drift-reference.ts';
import { heldOutBooks, judgeByBooks, judgeNamed, outsidersBooks, qualityOf } from '../held-out.ts';
import { heldOutPlots } from '../held-out-plots.ts';
import { judgeLeftOut, measureBounds } from '../left-out.ts';
import { modelCard } from '../model-card.ts';
import { scorerFor } from '../scorer-for.ts';
import { tableByBooks } from '../tables.ts';
import { trainModel } from '../train-model.ts';
import { packModel, writeModel } from '../write-model.ts';

/** Raised by hand whenever the curriculum, the plan or the trainer changes what the model says. */
const VERSION = '1.1.0';
const TRAINED_ON = '2026-11-26';

const encoder = await loadEncoder();
const training = trainModel(rewardsToPos, encoder);
const bounds = await measureBounds(training, rewardsToPos, encoder);
const drift = await measureDriftReference(
  await scorerFor(training.model, rewardsToPos, bounds, encoder),
  rewardsToPos,
);
const about = {
  version: VERSION,
  trainedOn: TRAINED_ON,
  serviceEncoder: encoder.manifest.sha256,
  bounds,
  drift,
};
const unjudged = packModel(training.model, rewardsToPos, { ...about, heldOut: qualityOf([]) });
const scorer = await scorerOf(unjudged.model, unjudged.manifest, encoder);
const heldOut = await judgeNamed(heldOutBooks(), scorer);
const judged = {
  heldOut,
  leftOut: await judgeLeftOut(training, rewardsToPos, encoder, bounds),
  outsiders: await judgeNamed(outsidersBooks(), scorer),
};
const files = packModel(training.model, rewardsToPos, { ...about, heldOut: qualityOf(heldOut) });
const plots = heldOutPlots(files, heldOut, rewardsToPos, encoder);
await writeModel(currentModelDirectory(), files, modelCard(files.manifest, judged), plots);
for (const [title, rewards] of Object.entries(judged)) {
  console.log(`${tableByBooks(title, rewards, judgeByBooks(rewards))}\n`);
}
console.log(`model ${VERSION}, ${files.model.length} bytes, SHA-256 ${files.manifest.sha256}`);
