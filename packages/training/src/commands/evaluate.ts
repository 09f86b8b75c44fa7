// `npm run evaluate`: the current model on held-out books and on outsiders', by maker, error type and program, with what
// was missed by cause and the wrong claims to look at. `-- --left-out` trains a model without each process first;
// `-- --adapted` has each of these learn from labels of the process it never met, and judges the next job before and after.
import { loadScorer } from '@medspasync/matching/node';
import { rewardsToPos } from '@medspasync/matching/stages';
import { judgeBooks } from '../evaluate-engine.ts';
import { type FalsePositive, falsePositiveLines, falsePositives } from '../false-positives.ts';
import { type HeldOutReward, heldOutBooks, judgeByBooks, outsidersBooks } from '../held-out.ts';
import { tryLearning } from '../learning-trials.ts';
import { judgeLeftOut } from '../left-out.ts';
import { addMisses, findMisses, type Misses } from '../miss-causes.ts';
import { completenessHeldOut } from '../pair-completeness.ts';
import { judgeBy } from '../summarise-judgement.ts';
import { completenessTable, judgementTable, missesTable, tableByBooks, trialsTable } from '../tables.ts';
import { trainModel } from '../train-model.ts';

const FALSE_POSITIVES_SHOWN = 20;

const scorer = await loadScorer();
const { version, sha256, approveFrom, approveAgreeingFrom = 0 } = scorer.manifest;

const judged: HeldOutReward[] = [];
const misses = new Map<string, Misses[]>();
const wrong: FalsePositive[] = [];
for (const { name, books } of [...heldOutBooks(), ...outsidersBooks()]) {
  const rewards = await judgeBooks(books, scorer, 'full');
  for (const reward of rewards) judged.push({ ...reward, books: name });
  const own = await findMisses(books, rewards, scorer, rewardsToPos);
  misses.set(name, [...(misses.get(name) ?? []), own]);
  wrong.push(...falsePositives(name, books, rewards));
}

const sections = [
  `model ${version} (${sha256.slice(0, 12)}), ${judged.length} rewards it has not seen`,
  tableByBooks('books', judged, judgeByBooks(judged)),
  judgementTable(
    'error',
    judgeBy(judged, (reward) => (reward.errors.length === 0 ? ['none'] : reward.errors)),
  ),
  judgementTable(
    'program',
    judgeBy(judged, (reward) => [reward.program]),
  ),
  missesTable('missed, by cause', new Map([...misses].map(([name, own]) => [name, addMisses(own)]))),
  completenessTable(completenessHeldOut(rewardsToPos)),
  `The surest of ${wrong.length} wrong claims:\n${falsePositiveLines(wrong, FALSE_POSITIVES_SHOWN)}`,
];
console.log(sections.join('\n\n'));

const asked = (part: string): boolean => process.argv.includes(part);
if (asked('--left-out') || asked('--adapted')) {
  const training = trainModel(rewardsToPos, scorer.encoder);
  const bounds = { approveFrom, approveAgreeingFrom };
  if (asked('--left-out')) {
    const leftOut = await judgeLeftOut(training, rewardsToPos, scorer.encoder, bounds);
    console.log(`\n${tableByBooks('never met', leftOut, judgeByBooks(leftOut))}`);
  }
  if (asked('--adapted')) {
    const trials = [];
    for await (const trial of tryLearning(training, rewardsToPos, scorer.encoder, bounds)) trials.push(trial);
    console.log(`\n${trialsTable(trials)}`);
  }
}
