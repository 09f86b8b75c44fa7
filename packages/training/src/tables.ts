// Judgements, and what blocking keeps, as Markdown tables, for the card and the terminal alike.
import type { JudgedReward } from './evaluate-engine.ts';
import type { Interval } from './learn/intervals.ts';
import type { LearningTrial } from './learning-trials.ts';
import { MISS_CAUSES, type Misses } from './miss-causes.ts';
import { type Completeness, completenessShare } from './pair-completeness.ts';
import { type Judgement, summariseJudgement } from './summarise-judgement.ts';

/** A share to four places; a dash where there was nothing to take a share of. */
export const share = (value: number): string => (Number.isNaN(value) ? '–' : value.toFixed(4));

/** A share with the interval it is known to. */
const within = (value: number, { high, low }: Interval): string =>
  Number.isNaN(value) ? share(value) : `${share(value)} (${share(low)}–${share(high)})`;

export function judgementTable(title: string, judgements: ReadonlyMap<string, Judgement>): string {
  const rows = [...judgements].map(([key, j]) =>
    [
      key,
      j.rewards,
      within(j.precision, j.precisionInterval),
      share(j.recall),
      within(j.f1, j.f1Interval),
      share(j.auc),
      share(j.calibrationError),
      `${(j.autoApproved * 100).toFixed(1)} %`,
      share(j.autoPrecision),
    ].join(' | '),
  );
  return [
    `| ${title} | rewards | precision | recall | F1 | AUC | ECE | auto | auto precision |`,
    '|---|---|---|---|---|---|---|---|---|',
    ...rows.map((row) => `| ${row} |`),
  ].join('\n');
}

/** Judgements by books, and of all of them together. */
export const tableByBooks = (
  title: string,
  rewards: readonly JudgedReward[],
  byBooks: ReadonlyMap<string, Judgement>,
): string => judgementTable(title, new Map([...byBooks, ['all', summariseJudgement(rewards)]]));

/** Pair completeness, and true pairs missed by cause. */
export function missesTable(title: string, misses: ReadonlyMap<string, Misses>): string {
  const rows = [...misses].map(([name, { toFind, proposed, causes }]) =>
    [name, toFind, share(toFind === 0 ? Number.NaN : proposed / toFind), ...Object.values(causes)].join(
      ' | ',
    ),
  );
  return [
    `| ${title} | to find | pair completeness | ${MISS_CAUSES.join(' | ')} |`,
    `|---|---|---|${MISS_CAUSES.map(() => '---|').join('')}`,
    ...rows.map((row) => `| ${row} |`),
  ].join('\n');
}

export function completenessTable(measured: ReadonlyMap<string, Completeness>): string {
  const perReward = (pairs: number, { rewards }: Completeness): string => (pairs / rewards).toFixed(1);
  const rows = [...measured].map(([books, c]) =>
    [
      books,
      c.truePairs,
      completenessShare(c).toFixed(5),
      perReward(c.proposed, c),
      perReward(c.passed, c),
    ].join(' | '),
  );
  return [
    '| books | true pairs | pair completeness | proposed per reward | compared per reward |',
    '|---|---|---|---|---|',
    ...rows.map((row) => `| ${row} |`),
  ].join('\n');
}

/** Jobs by process before and after learning, all of them, and how often learning was called better with less to show for it. */
export function trialsTable(trials: readonly LearningTrial[]): string {
  const judgements = new Map<string, Judgement>();
  const add = (name: string, own: readonly LearningTrial[]): void => {
    judgements.set(`${name}, current`, summariseJudgement(own.flatMap(({ current }) => current)));
    judgements.set(`${name}, adapted`, summariseJudgement(own.flatMap(({ adapted }) => adapted)));
  };
  for (const process of new Set(trials.map((trial) => trial.process))) {
    add(
      process,
      trials.filter((trial) => trial.process === process),
    );
  }
  add('all', trials);
  const better = trials.filter(({ isCalledBetter }) => isCalledBetter);
  const lost = better
    .map(({ current, adapted }) => summariseJudgement(current).f1 - summariseJudgement(adapted).f1)
    .filter((loss) => loss > 0);
  return [
    judgementTable('next job', judgements),
    '',
    `${trials.length} jobs; called better ${better.length} times, of these F1 fell all the same ${lost.length} times` +
      (lost.length > 0 ? `, by at most ${share(Math.max(...lost))}.` : '.'),
  ].join('\n');
}
