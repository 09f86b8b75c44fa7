// How a taught model did on pairs it had not seen: each figure with its interval, and against the model before it.
import type { LearnedFiguresWire } from '@medspasync/schemas';
import { Table, Td, Th } from '@medspasync/ui';
import { formatCount } from '../../../lib/counts.ts';

const FIGURES = [
  ['precision', 'Right when it says match'],
  ['recall', 'Matches it finds'],
  ['accuracy', 'Right altogether'],
  ['f1', 'F1'],
  ['auc', 'AUC'],
] as const;

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`;

export function FiguresTable({ figures }: { figures: LearnedFiguresWire }) {
  const { comparison, intervals } = figures;
  return (
    <div className="grid gap-4">
      <p className="text-sm">{figures.statement}</p>
      <div className="grid gap-4 sm:grid-cols-2">
        <Table caption="On held-out pairs, with 95 % intervals">
          <thead>
            <tr>
              <Th className="sm:first:pl-0">On held-out pairs</Th>
              <Th className="text-right">Figure</Th>
              <Th className="text-right sm:last:pr-0">95 % interval</Th>
            </tr>
          </thead>
          <tbody>
            {FIGURES.map(([name, label]) => (
              <tr key={name}>
                <Td className="py-1.5 first:pl-0 sm:first:pl-0">{label}</Td>
                <Td className="tabular py-1.5 text-right font-medium">{percent(figures[name])}</Td>
                <Td className="tabular whitespace-nowrap py-1.5 text-right text-ink-soft last:pr-0 sm:last:pr-0">
                  {percent(intervals[name].low)}–{percent(intervals[name].high)}
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
        <Table caption="Against the model in use at the time, on the same pairs">
          <thead>
            <tr>
              <Th className="sm:first:pl-0">On the same pairs</Th>
              <Th className="text-right">Before</Th>
              <Th className="text-right sm:last:pr-0">This one</Th>
            </tr>
          </thead>
          <tbody>
            <ComparedRow label="Wrong" before={comparison.wrong_current} now={comparison.wrong_new} />
            <ComparedRow
              label="Wrongly approved"
              before={comparison.wrongly_approved_current}
              now={comparison.wrongly_approved_new}
            />
          </tbody>
        </Table>
      </div>
    </div>
  );
}

function ComparedRow({ label, before, now }: { label: string; before: number; now: number }) {
  return (
    <tr>
      <Td className="py-1.5 first:pl-0 sm:first:pl-0">{label}</Td>
      <Td className="tabular py-1.5 text-right">{formatCount(before)}</Td>
      <Td className="tabular py-1.5 text-right font-medium last:pr-0 sm:last:pr-0">{formatCount(now)}</Td>
    </tr>
  );
}
