// `npm run train -w @medspasync/training`: curriculum → model.onnx, manifest.json, card.md and its pictures, the same every
// time.

import { currentModelDirectory, loadEncoder, scorerOf } from '@medspasync/matching/node';
import { rewardsToPos } from '@medspasync/matching/stages';
import { judgeByBooks, judgeHeldOut, qualityOf } from '../held-out.ts';
import { heldOutPlots } from '../held-out-plots.ts';
import { modelCard } from '../model-card.ts';
import { summariseJudgement } from '../summarise-judgement.ts';
import { judgementTable } from '../tables.ts';
import { trainModel } from '../train-model.ts';
import { packModel, writeModel } from '../write-model.ts';

/** Raised by hand whenever the curriculum, the plan or the trainer changes what the model says. */
const VERSION = '1.0.0';
const TRAINED_ON = '2026-11-26';

const encoder = await loadEncoder();
const trained = trainModel(rewardsToPos, encoder);
const about = { version: VERSION, trainedOn: TRAINED_ON, serviceEncoder: encoder.manifest.sha256 };
const unjudged = { precision: 0, recall: 0, f1: 0, auc: 0, calibrationError: 0, pairs: 0 };
const draft = packModel(trained, rewardsToPos, { ...about, heldOut: unjudged });
const judged = await judgeHeldOut(await scorerOf(draft.model, draft.manifest, encoder));
const files = packModel(trained, rewardsToPos, { ...about, heldOut: qualityOf(judged) });
const all = summariseJudgement(judged);
const byBooks = judgeByBooks(judged);
const plots = heldOutPlots(files, judged, rewardsToPos, encoder);
await writeModel(currentModelDirectory(), files, modelCard(files.manifest, all, byBooks), plots);
console.log(judgementTable('held-out books', new Map([...byBooks, ['all', all]])));
console.log(`\nmodel ${VERSION}, ${files.model.length} bytes, SHA-256 ${files.manifest.sha256}`);
