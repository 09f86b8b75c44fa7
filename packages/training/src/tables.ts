// Judgements as a Markdown table, for the card and the terminal alike.
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
