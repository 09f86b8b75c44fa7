// What people make of a result: decisions, notes, whose it is; and the state of what is still open.
import * as z from 'zod';
import { AliasKindWire } from './aliases.ts';
import { ProgramWire } from './programs.ts';
import { type TransactionField, TransactionFieldWire, TransactionWire } from './transaction.ts';

/** `re_paired`: the reward belongs to another POS transaction. `written_off`: the money is given up. */
export const VerdictWire = z.enum(['approved', 'rejected', 're_paired', 'written_off']);
export type Verdict = z.infer<typeof VerdictWire>;

export const WriteOffReasonWire = z.enum([
  'expired',
  'ineligible_product',
  'claim_window_closed',
  'refused_by_manufacturer',
  'entry_error',
  'goodwill',
  'other',
]);
export type WriteOffReason = z.infer<typeof WriteOffReasonWire>;

export const ApprovalWire = z
  .object({
    status: z.enum(['pending', 'approved']).meta({
      description: 'pending: it has no effect yet, and what is open stays open.',
    }),
    approved_by: z.string().nullable(),
    approved_at: z.string().nullable(),
  })
  .meta({ id: 'Approval', description: 'Of a decision that gives up money and takes a second person.' });
export type ApprovalWire = z.infer<typeof ApprovalWire>;

export const DecisionWire = z
  .object({
    decision_id: z.uuid(),
    verdict: VerdictWire,
    decided_by: z.string().meta({ description: 'Name of the member of staff.' }),
    decided_at: z.string(),
    note: z.string().nullable(),
    reason: WriteOffReasonWire.nullable().meta({ description: 'Of `written_off`; null otherwise.' }),
    pos_transactions: z
      .array(TransactionWire)
      .meta({ description: 'Of `re_paired`: what the reward was paired with. Empty otherwise.' }),
    difference: z.number().nullable().meta({
      description:
        'Of `re_paired`: dollars by which the POS transactions are more than the reward; null otherwise.',
    }),
    carried_from_job_id: z.uuid().nullable().meta({
      description: 'The earlier job it was made in, about the same rows; null when that is this one.',
    }),
    approval: ApprovalWire.nullable().meta({
      description:
        'Of a `written_off` above the organization’s `write_off_approval_above`, or a pair (`approved`, `re_paired`) whose sales are less than the reward by more than that; null where one person decides.',
    }),
  })
  .meta({ id: 'Decision' });
export type DecisionWire = z.infer<typeof DecisionWire>;

/** Why a decision of an earlier job does not stand in a later one. */
export const ReopenedWhyWire = z.enum([
  'row_changed',
  'sale_changed',
  'sale_missing',
  'sale_refunded',
  'sale_taken',
  'sale_written_off',
  'another_sale',
]);
export type ReopenedWhy = z.infer<typeof ReopenedWhyWire>;

const REOPENED_BECAUSE: Readonly<Record<ReopenedWhy, string>> = {
  row_changed: 'The row has changed since',
  sale_changed: 'Its sale has changed since',
  sale_missing: 'Its sale is not in these files',
  sale_refunded: 'Its sale was refunded or voided since',
  sale_taken: 'Another reward has its sale now',
  sale_written_off: 'Its sale was written off meanwhile',
  another_sale: 'Another sale was found for it since',
};

/** In words: `The row has changed since: amount, date.` */
export function reopenedRemark(why: ReopenedWhy, changedFields: readonly TransactionField[]): string {
  const fields = changedFields.map((field) => field.replaceAll('_', ' ')).join(', ');
  return `${REOPENED_BECAUSE[why]}${fields === '' ? '' : `: ${fields}`}.`;
}

export const EarlierDecisionWire = z
  .object({
    job_id: z.uuid().meta({ description: 'The job it was made in.' }),
    verdict: VerdictWire,
    decided_by: z.string(),
    decided_at: z.string(),
    why: ReopenedWhyWire.meta({ description: 'Why it does not stand in this job.' }),
    changed_fields: z.array(TransactionFieldWire),
    remark: z.string().meta({ example: 'The row has changed since: amount.' }),
  })
  .meta({ id: 'EarlierDecision' });
export type EarlierDecisionWire = z.infer<typeof EarlierDecisionWire>;

export const RestWriteOffWire = z
  .object({
    decision_id: z.uuid(),
    amount: z.number().meta({ description: 'Dollars that its payments had left out.' }),
    reason: WriteOffReasonWire,
    note: z.string().nullable(),
    decided_by: z.string(),
    decided_at: z.string(),
    approval: ApprovalWire.nullable(),
  })
  .meta({ id: 'RestWriteOff' });
export type RestWriteOffWire = z.infer<typeof RestWriteOffWire>;

const NoteTextWire = z.string().trim().min(1).max(1000);

/** As many lines of sales as one reward is split over. */
export const MAX_SPLIT_ROWS = 20;

/** POST /reconcile/jobs/{job_id}/results/{result_id}/decision; DELETE undoes it. */
export const DecideRequestWire = z
  .strictObject({
    verdict: VerdictWire,
    note: NoteTextWire.optional(),
    reason: WriteOffReasonWire.optional().meta({
      description: 'Why it is written off, which needs a note too.',
    }),
    pos_result_id: z.uuid().optional().meta({
      description:
        'Of `re_paired`: the row that has the POS transaction: one that nothing claims, or another reward’s, where enough of the sale is left. Without it, the runner-up. Where its amount is not the reward’s, a note has to say why.',
    }),
    pos_result_ids: z.array(z.uuid()).min(2).max(MAX_SPLIT_ROWS).optional().meta({
      description:
        'Of `re_paired`, instead of `pos_result_id`: several such rows, whose amounts add up to the reward’s.',
    }),
    remember: AliasKindWire.optional().meta({
      description:
        'Of `approved` and `re_paired`: remember that the differing names are one patient’s, or of one household. Falls with the decision.',
    }),
  })
  .superRefine(
    (body, context) => {
      const { note, pos_result_id, pos_result_ids, reason, remember, verdict } = body;
      const refuse = (field: string, message: string) =>
        context.addIssue({ code: 'custom', path: [field], message });
      if (verdict === 'written_off') {
        if (reason === undefined) refuse('reason', 'say why it is written off');
        if (note === undefined) refuse('note', 'say in words why it is written off');
      } else if (reason !== undefined) refuse('reason', 'belongs to `written_off`');
      if (verdict !== 're_paired' && pos_result_id !== undefined)
        refuse('pos_result_id', 'belongs to `re_paired`');
      if (verdict !== 're_paired' && pos_result_ids !== undefined)
        refuse('pos_result_ids', 'belongs to `re_paired`');
      if (pos_result_id !== undefined && pos_result_ids !== undefined)
        refuse('pos_result_ids', 'say one row or several');
      if (remember !== undefined && verdict !== 'approved' && verdict !== 're_paired')
        refuse('remember', 'belongs to `approved` and `re_paired`');
    },
    { when: ({ value }) => typeof value === 'object' && value !== null },
  )
  .meta({ id: 'DecideRequest', example: { verdict: 'approved', note: 'Saw the receipt' } });
export type DecideRequestWire = z.infer<typeof DecideRequestWire>;

/** As many rows as one request decides. */
export const MAX_DECISIONS = 500;

/** POST /reconcile/jobs/{job_id}/decisions */
export const DecideManyRequestWire = z
  .strictObject({
    decisions: z
      .array(
        z.strictObject({
          result_id: z.uuid(),
          decision: DecideRequestWire.nullable().meta({ description: 'null takes the standing one back.' }),
          decision_id: z.uuid().optional().meta({
            description:
              'Of one that is taken back: the one on your screen. Another that stands by now stays.',
          }),
        }),
      )
      .min(1)
      .max(MAX_DECISIONS),
  })
  .superRefine(
    ({ decisions }, context) => {
      const seen = new Set<string>();
      for (const [index, { decision, decision_id, result_id }] of decisions.entries()) {
        const refuse = (field: string, message: string) =>
          context.addIssue({ code: 'custom', path: ['decisions', index, field], message });
        if (seen.has(result_id)) refuse('result_id', 'is decided twice');
        seen.add(result_id);
        if (decision !== null && decision_id !== undefined)
          refuse('decision_id', 'belongs to a decision that is taken back');
      }
    },
    { when: ({ issues }) => issues.length === 0 },
  )
  .meta({
    id: 'DecideManyRequest',
    example: {
      decisions: [
        { result_id: '0d4f6d0a-2b39-4a0e-93a5-7f2f7c6c3b01', decision: { verdict: 'approved' } },
        { result_id: '3c1c3c9e-54c5-4a1f-a02b-6f1f6a0f7d02', decision: null },
      ],
    },
  });
export type DecideManyRequestWire = z.infer<typeof DecideManyRequestWire>;

export const RefusedRowWire = z
  .object({ status: z.int(), code: z.string(), title: z.string(), detail: z.string() })
  .meta({ id: 'RefusedRow', description: 'What the same decision alone would have been answered.' });
export type RefusedRowWire = z.infer<typeof RefusedRowWire>;

export const ManyDecidedWire = z
  .object({
    decided: z.int(),
    refused: z.int(),
    rows: z
      .array(
        z.object({
          result_id: z.uuid(),
          decision: DecisionWire.nullable().meta({
            description: 'The one that stands now; null where it was taken back, or refused.',
          }),
          refusal: RefusedRowWire.nullable(),
        }),
      )
      .meta({ description: 'In the order of the request.' }),
  })
  .meta({ id: 'ManyDecided' });
export type ManyDecidedWire = z.infer<typeof ManyDecidedWire>;

/** A write-off, or a pair of a reward with sales of less, that waits for a second person. */
export const ProposedWriteOffWire = z
  .object({
    job_id: z.uuid(),
    result_id: z.uuid(),
    decision_id: z.uuid().meta({ description: 'The proposal itself, which approving or refusing it names.' }),
    program: ProgramWire.nullable(),
    location: z.string().nullable(),
    happened_on: z.string().nullable().meta({ example: '2026-03-14' }),
    amount: z.number().meta({ description: 'What would be given up.' }),
    verdict: VerdictWire,
    reason: WriteOffReasonWire.nullable().meta({ description: 'Of `written_off`; null otherwise.' }),
    is_rest: z.boolean().meta({
      description: 'Of `written_off`: of what is left of a redemption that was paid in part, not of the row.',
    }),
    note: z.string().nullable(),
    proposed_by: z.string(),
    proposed_at: z.string(),
    is_own: z.boolean().meta({ description: 'Proposed by the caller, who can withdraw but not approve it.' }),
  })
  .meta({ id: 'ProposedWriteOff' });
export type ProposedWriteOffWire = z.infer<typeof ProposedWriteOffWire>;

export const ProposedWriteOffsWire = z
  .object({ write_offs: z.array(ProposedWriteOffWire), amount: z.number(), total: z.int() })
  .meta({
    id: 'ProposedWriteOffs',
    description: 'The oldest first, 500 at most; `total` and `amount` are of all.',
  });
export type ProposedWriteOffsWire = z.infer<typeof ProposedWriteOffsWire>;

export const NoteWire = z
  .object({ note_id: z.uuid(), text: z.string(), written_by: z.string(), written_at: z.string() })
  .meta({ id: 'Note' });
export type NoteWire = z.infer<typeof NoteWire>;

/** POST /reconcile/jobs/{job_id}/results/{result_id}/notes */
export const WriteNoteRequestWire = z
  .strictObject({ text: NoteTextWire })
  .meta({ id: 'WriteNoteRequest', example: { text: 'Called the portal; they look into it.' } });
export type WriteNoteRequestWire = z.infer<typeof WriteNoteRequestWire>;

export const AssignmentWire = z
  .object({
    user_id: z.uuid(),
    name: z.string(),
    assigned_by: z.string(),
    assigned_at: z.string(),
  })
  .meta({ id: 'Assignment' });
export type AssignmentWire = z.infer<typeof AssignmentWire>;

/** PUT /reconcile/jobs/{job_id}/results/{result_id}/assignee */
export const AssignRequestWire = z
  .strictObject({
    user_id: z.uuid().nullable().meta({ description: 'A member; null takes the assignment back.' }),
    instead_of: z.uuid().nullable().default(null).meta({
      description: 'Whose it was on your screen. When it is somebody else’s by now, the answer is 409.',
    }),
  })
  .meta({ id: 'AssignRequest', example: { user_id: null, instead_of: null } });
export type AssignRequestWire = z.infer<typeof AssignRequestWire>;

export const ResultStateWire = z.enum(['EXPECTED', 'MISSING', 'MISMATCHED']).meta({
  description:
    'EXPECTED: one side only, within the lag of its program. MISSING: one side only, beyond it. MISMATCHED: both sides are there and disagree.',
});
export type ResultState = z.infer<typeof ResultStateWire>;
