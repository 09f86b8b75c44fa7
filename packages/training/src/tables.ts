// Judgements, and what blocking keeps, as Markdown tables, for the card and the terminal alike.
import { type Completeness, completenessShare } from './pair-completeness.ts';
import type { Judgement } from './summarise-judgement.ts';

const share = (value: number): string => value.toFixed(4);

export function judgementTable(title: string, judgements: ReadonlyMap<string, Judgement>): string {
  const rows = [...judgements].map(([key, j]) =>
    [
      key,
      j.rewards,
      share(j.precision),
      share(j.recall),
      share(j.f1),
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
