// What a program's terms say, from a day on: terms change, so the rule of a transaction is the one of its date.
import * as z from 'zod';
import { ProgramWire } from './programs.ts';

const days = (description: string) => z.int().min(0).max(3650).meta({ description });

/** Programs name 7 to 30 days; the longest until an organization knows better. */
export const DEFAULT_REIMBURSEMENT_DAYS = 30;

const terms = {
  program: ProgramWire,
  valid_from: z.iso.date().meta({ description: 'The first day it holds.', example: '2025-01-01' }),
  lag_days: days('Days that the other side of a redemption usually takes.'),
  claim_window_days: days('Days after the visit in which it can still be claimed.'),
  reimbursement_days: days('Days from a redemption in which the manufacturer usually pays it back.'),
  expires_after_days: days(
    'Days after which what was given at a visit can be redeemed no more; null where it does not expire by days.',
  ).nullable(),
  cents_per_point: z
    .number()
    .positive()
    .max(100_000)
    .nullable()
    .meta({ description: 'Null where points have no fixed value in dollars.' }),
};

export const ProgramRuleWire = z
  .object({
    ...terms,
    is_default: z.boolean().meta({ description: 'Shipped, not set by the organization.' }),
  })
  .meta({ id: 'ProgramRule' });
export type ProgramRuleWire = z.infer<typeof ProgramRuleWire>;

export const ProgramRulesWire = z
  .object({ rules: z.array(ProgramRuleWire) })
  .meta({ id: 'ProgramRules', description: 'By program, then by day.' });
export type ProgramRulesWire = z.infer<typeof ProgramRulesWire>;

/** PUT /organizations/current/program-rules */
export const SetProgramRuleRequestWire = z
  .strictObject({
    ...terms,
    reimbursement_days: terms.reimbursement_days.default(DEFAULT_REIMBURSEMENT_DAYS),
    expires_after_days: terms.expires_after_days.default(null),
  })
  .meta({
    id: 'SetProgramRuleRequest',
    example: {
      program: 'alle',
      valid_from: '2026-01-01',
      lag_days: 5,
      claim_window_days: 30,
      reimbursement_days: 30,
      expires_after_days: 365,
      cents_per_point: 10,
    },
  });
export type SetProgramRuleRequestWire = z.infer<typeof SetProgramRuleRequestWire>;

/** Before any redemption there is. */
const ALWAYS = '1970-01-01';

// Portal entries follow a visit by up to five days. No program publishes a claim window that could be found, so thirty
// days stand in for it, and for Aspire the sixty its certificates live. 100 Allē points were $10, but for the months in
// which they were good for products only; they live for a year from a visit. An organization sets its own where its terms differ.
const rule = (
  program: ProgramRuleWire['program'],
  valid_from: string,
  cents_per_point: number | null,
  { claim_window_days = 30, expires_after_days = null }: Partial<ProgramRuleWire> = {},
): ProgramRuleWire => ({
  program,
  valid_from,
  lag_days: 5,
  claim_window_days,
  reimbursement_days: DEFAULT_REIMBURSEMENT_DAYS,
  expires_after_days,
  cents_per_point,
  is_default: true,
});

const ALLE = { expires_after_days: 365 };

export const DEFAULT_PROGRAM_RULES: readonly ProgramRuleWire[] = [
  rule('alle', ALWAYS, 10, ALLE),
  rule('alle', '2024-10-01', null, ALLE),
  rule('alle', '2025-01-01', 10, ALLE),
  rule('aspire', ALWAYS, null, { claim_window_days: 60, expires_after_days: 60 }),
  rule('evolus', ALWAYS, null),
  rule('xperience', ALWAYS, null),
  rule('other', ALWAYS, null),
];
