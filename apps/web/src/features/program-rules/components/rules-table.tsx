// The terms as a table; on a phone, as a list.
import { PROGRAMS, type ProgramRuleWire } from '@medspasync/schemas';
import { Badge, Button, Table, Td, Th } from '@medspasync/ui';
import { countOf } from '../../../lib/counts.ts';
import { formatDay } from '../../../lib/dates.ts';

/** Shipped for every day before the first change anybody knows of. */
const ALWAYS = '1970-01-01';

const sinceWords = ({ valid_from }: ProgramRuleWire): string =>
  valid_from === ALWAYS ? 'Always' : formatDay(valid_from);

const pointWords = ({ cents_per_point: cents }: ProgramRuleWire): string =>
  cents === null ? 'No fixed value' : `100 points = $${cents.toFixed(2)}`;

const expiryWords = ({ expires_after_days: days }: ProgramRuleWire): string =>
  days === null ? 'No' : `After ${countOf(days, 'day')}`;

const keyOf = (rule: ProgramRuleWire): string => `${rule.program} ${rule.valid_from}`;

export interface RulesTableProps {
  rules: readonly ProgramRuleWire[];
  /** Undefined for a role that may only look. */
  onChange: ((rule: ProgramRuleWire) => void) | undefined;
}

export function RulesTable({ rules, onChange }: RulesTableProps) {
  return (
    <>
      <Table
        caption="Terms of the programs, by program and day"
        className="border-line border-t max-md:hidden"
      >
        <thead>
          <tr>
            <Th>Program</Th>
            <Th>From</Th>
            <Th className="text-right">Other side within</Th>
            <Th className="text-right">Claim within</Th>
            <Th className="text-right">Expires</Th>
            <Th>Points</Th>
            {onChange && (
              <Th>
                <span className="sr-only">Action</span>
              </Th>
            )}
          </tr>
        </thead>
        <tbody>
          {rules.map((rule) => (
            <tr key={keyOf(rule)} className="last:[&>td]:border-b-0">
              <Td className="font-medium">
                <ProgramName rule={rule} />
              </Td>
              <Td>{sinceWords(rule)}</Td>
              <Td className="tabular text-right">{countOf(rule.lag_days, 'day')}</Td>
              <Td className="tabular text-right">{countOf(rule.claim_window_days, 'day')}</Td>
              <Td className="tabular text-right">{expiryWords(rule)}</Td>
              <Td className="tabular text-ink-soft">{pointWords(rule)}</Td>
              {onChange && (
                <Td className="py-1.5 text-right">
                  <ChangeButton rule={rule} onChange={onChange} />
                </Td>
              )}
            </tr>
          ))}
        </tbody>
      </Table>
      <ul aria-label="Terms of the programs" className="divide-y divide-line border-line border-t md:hidden">
        {rules.map((rule) => (
          <li key={keyOf(rule)} className="flex items-start justify-between gap-3 px-5 py-3.5">
            <div className="grid gap-0.5 text-sm">
              <p className="font-medium">
                <ProgramName rule={rule} />
              </p>
              <p className="text-ink-soft">From: {sinceWords(rule)}</p>
              <p className="tabular text-ink-faint">
                Other side within {countOf(rule.lag_days, 'day')}, claim within{' '}
                {countOf(rule.claim_window_days, 'day')}
              </p>
              <p className="tabular text-ink-faint">Expires: {expiryWords(rule).toLowerCase()}</p>
              <p className="tabular text-ink-faint">{pointWords(rule)}</p>
            </div>
            {onChange && <ChangeButton rule={rule} onChange={onChange} />}
          </li>
        ))}
      </ul>
    </>
  );
}

function ProgramName({ rule }: { rule: ProgramRuleWire }) {
  return (
    <>
      {PROGRAMS[rule.program].name} {!rule.is_default && <Badge tone="accent">Yours</Badge>}
    </>
  );
}

function ChangeButton({
  rule,
  onChange,
}: {
  rule: ProgramRuleWire;
  onChange: (rule: ProgramRuleWire) => void;
}) {
  return (
    <Button
      size="sm"
      variant="secondary"
      aria-label={`Change the terms of ${PROGRAMS[rule.program].name} from ${sinceWords(rule)}`}
      onClick={() => onChange(rule)}
    >
      Change
    </Button>
  );
}
