// One row in full: both sides, what to check, what came second, and the score as the sum it is.
import { Absent, Callout, Dialog, Waterfall } from '@medspasync/ui';
import { BASE_KEY, type RowDetail, type ShownField } from '../../engine/messages.ts';
import { logOddsWords } from '../../engine/words.ts';
import { StateBadge } from './state-badge.tsx';

export interface RowDetailDialogProps {
  detail: RowDetail | undefined;
  onClose: () => void;
}

export function RowDetailDialog({ detail, onClose }: RowDetailDialogProps) {
  return (
    <Dialog
      open={detail !== undefined}
      onClose={onClose}
      title={detail?.row.patient ?? ''}
      className="w-[min(46rem,calc(100vw-1.5rem))]"
    >
      {detail && (
        <div className="grid gap-6">
          <p className="tabular flex flex-wrap items-center gap-3 text-ink-soft text-sm">
            <StateBadge state={detail.row.state} />
            {detail.row.likelihood && `${detail.row.likelihood} likely`}
          </p>
          <BothSides fields={detail.fields} />
          {detail.nextSteps.length > 0 && (
            <ul aria-label="What to check" className="grid gap-1.5 text-sm">
              {detail.nextSteps.map(({ label, nextStep }) => (
                <li key={label}>
                  <span className="font-medium">{label}.</span>{' '}
                  <span className="text-ink-soft">{nextStep}</span>
                </li>
              ))}
            </ul>
          )}
          {detail.parts.length > 0 && <Why detail={detail} />}
          {detail.runnerUp && (
            <Callout tone="neutral" title={`Second best: ${detail.runnerUp.likelihood}`}>
              <p className="tabular">{detail.runnerUp.facts}</p>
              <p className="text-ink-faint">{detail.runnerUp.detail}</p>
            </Callout>
          )}
        </div>
      )}
    </Dialog>
  );
}

function Why({ detail }: { detail: RowDetail }) {
  return (
    <section aria-label="Why this score">
      <h3 className="mb-1 font-semibold">Why?</h3>
      <Waterfall
        caption="Every comparison adds to the score or takes from it. The sum is the log-odds of a match; 0 would be fifty-fifty."
        columns={['Comparison', 'Log-odds', 'Running sum']}
        parts={detail.parts}
        startKey={BASE_KEY}
        formatAmount={logOddsWords}
        totalNote={detail.row.likelihood && `= ${detail.row.likelihood} likely`}
      />
    </section>
  );
}

function BothSides({ fields }: { fields: readonly ShownField[] }) {
  return (
    <table className="w-full table-fixed border-collapse text-sm">
      <caption className="sr-only">Loyalty portal and POS sale, field by field</caption>
      <thead>
        <tr className="text-left">
          <th scope="col" className="w-20 pb-2 sm:w-24">
            <span className="sr-only">Field</span>
          </th>
          <th scope="col" className="pr-3 pb-2 font-semibold">
            Loyalty portal
          </th>
          <th scope="col" className="pb-2 font-semibold">
            POS sale
          </th>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ label, reward, sale }) => (
          <tr key={label} className="border-line border-t align-top">
            <th scope="row" className="py-1.5 text-left font-normal text-ink-faint">
              {label}
            </th>
            <td className="wrap-anywhere py-1.5 pr-3">{reward || <Absent />}</td>
            <td className="wrap-anywhere py-1.5">{sale || <Absent />}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
