// `npm run evaluate`: blocking and the current model on the held-out books, by process, error type and program.
import { rewardsToPos } from '@medspasync/matching';
import { loadScorer } from '@medspasync/matching/node';
import { judgeByBooks, judgeHeldOut } from '../held-out.ts';
import { completenessHeldOut } from '../pair-completeness.ts';
import { judgeBy, summariseJudgement } from '../summarise-judgement.ts';
import { completenessTable, judgementTable } from '../tables.ts';

const scorer = await loadScorer();
const judged = await judgeHeldOut(scorer);
const { version, sha256 } = scorer.manifest;
console.log(`model ${version} (${sha256.slice(0, 12)}), ${judged.length} held-out rewards\n`);
console.log(
  judgementTable('process', new Map([...judgeByBooks(judged), ['all', summariseJudgement(judged)]])),
);
console.log(
  `\n${judgementTable(
    'error',
    judgeBy(judged, (r) => (r.errors.length === 0 ? ['none'] : r.errors)),
  )}`,
);
console.log(
  `\n${judgementTable(
    'program',
    judgeBy(judged, (r) => [r.program]),
  )}`,
);

console.log(`\n${completenessTable(completenessHeldOut(rewardsToPos))}`);
