// Months that are closed: of the whole organization, a location, a program, or a program at a location.
import * as z from 'zod';
import { ExceptionCodeWire } from './exceptions.ts';
import { ProgramWire } from './programs.ts';
import { ResultStateWire } from './reviews.ts';
import { UploadSideWire } from './uploads.ts';

export const MonthWire = z
  .string()
  .regex(/^(19|20)\d\d-(0[1-9]|1[0-2])$/, { error: 'must be a month such as 2026-03' })
  .meta({ description: 'A month of the calendar.', example: '2026-03' });

const scope = {
  month: MonthWire,
  location_id: z.uuid().nullable().meta({ description: 'Null: every location, and rows that name none.' }),
  program: ProgramWire.nullable().meta({ description: 'Null: every program.' }),
};

const count = (description: string) => z.int().meta({ description });
const dollars = (description: string) => z.number().meta({ description });

export const PeriodFiguresWire = z
  .object({
    rewards: count('Rewards of the period.'),
    reward_amount: dollars('Dollars redeemed.'),
    matched: count('Of these, matched or approved by a person.'),
    matched_amount: dollars('Dollars of the rewards in matched.'),
    written_off: count('Rows written off for good, of either side.'),
    written_off_amount: dollars('Dollars of the rows in written_off.'),
    awaiting_approval: count(
      'Rows whose write-off, or pair with a sale of less, waits for a second person. They are open too.',
    ),
    awaiting_approval_amount: dollars('Dollars that the rows in awaiting_approval would give up.'),
    open: count('Rows about which something is open.'),
    open_amount: dollars('Dollars at stake in the rows in open.'),
  })
  .meta({
    id: 'PeriodFigures',
    description: 'Of a row that several jobs have read, the latest completed job counts.',
  });
export type PeriodFiguresWire = z.infer<typeof PeriodFiguresWire>;

export const OpenItemWire = z
  .object({
    job_id: z.uuid(),
    result_id: z.uuid(),
    side: UploadSideWire,
    program: ProgramWire.nullable(),
    location: z.string().nullable().meta({ description: 'As the file names it.' }),
    happened_on: z.string().meta({ example: '2026-03-14' }),
    state: ResultStateWire,
    dollars_at_stake: z.number(),
    deadline: z.string().nullable(),
    reason_codes: z.array(ExceptionCodeWire),
    awaits_approval: z.boolean().meta({ description: 'What was decided waits for a second person.' }),
  })
  .meta({ id: 'OpenItem', description: 'Names no patient: the row itself is among its job’s results.' });
export type OpenItemWire = z.infer<typeof OpenItemWire>;

export const PeriodWire = z
  .object({
    period_id: z.uuid(),
    ...scope,
    location_name: z.string().nullable().meta({ description: 'As it was called on the day of the close.' }),
    is_closed: z.boolean().meta({ description: 'False once it was reopened.' }),
    closed_by: z.string(),
    closed_at: z.string(),
    figures: PeriodFiguresWire.meta({ description: 'As they were when it was closed.' }),
    reopened_by: z.string().nullable(),
    reopened_at: z.string().nullable(),
    reopen_reason: z.string().nullable().meta({ description: 'null without patient access, too.' }),
  })
  .meta({ id: 'Period' });
export type PeriodWire = z.infer<typeof PeriodWire>;

export const PeriodsWire = z
  .object({ periods: z.array(PeriodWire) })
  .meta({ id: 'Periods', description: 'The latest month first; reopened ones stay on record.' });
export type PeriodsWire = z.infer<typeof PeriodsWire>;

/** The open items a preview lists; their number is told in full. */
export const MAX_OPEN_ITEMS = 500;

export const PeriodPreviewWire = z
  .object({
    ...scope,
    figures: PeriodFiguresWire,
    is_over: z.boolean().meta({ description: 'Whether the month has ended where the organization is.' }),
    closed: z.array(PeriodWire).meta({
      description: 'Closed periods that this one lies in, or that lie in it.',
    }),
    open_items: z.array(OpenItemWire).meta({ description: `The dearest first, ${MAX_OPEN_ITEMS} at most.` }),
    open_items_digest: z.string().meta({
      description: 'Stands for exactly these open items: send it back to close the month all the same.',
      example: 'c4f1b2',
    }),
  })
  .meta({ id: 'PeriodPreview' });
export type PeriodPreviewWire = z.infer<typeof PeriodPreviewWire>;

/** POST /periods */
export const ClosePeriodRequestWire = z
  .strictObject({
    month: MonthWire,
    location_id: z.uuid().nullable().default(null),
    program: ProgramWire.nullable().default(null),
    acknowledged_digest: z.string().min(1).max(64).optional().meta({
      description:
        'The `open_items_digest` of the preview, when something is open. It no longer fits once anything about them has changed.',
    }),
  })
  .meta({ id: 'ClosePeriodRequest', example: { month: '2026-03', location_id: null, program: 'alle' } });
export type ClosePeriodRequestWire = z.infer<typeof ClosePeriodRequestWire>;

/** POST /periods/{period_id}/reopen */
export const ReopenPeriodRequestWire = z
  .strictObject({
    reason: z.string().trim().min(10).max(500).meta({ description: 'Why; sealed like a note.' }),
  })
  .meta({ id: 'ReopenPeriodRequest', example: { reason: 'A remittance of March came in late.' } });
export type ReopenPeriodRequestWire = z.infer<typeof ReopenPeriodRequestWire>;
