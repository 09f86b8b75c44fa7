// A result as callers see it.
import {
  type ApprovalWire,
  confidenceLevelOf,
  dollarsOf,
  type ResultRowWire,
  type ReversalWire,
  reopenedRemark,
  transactionToWire,
} from '@medspasync/schemas';
import type { Caller } from '../../../platform/identity/index.ts';
import { differenceOf, type ResultInFull } from '../results/result-in-full.ts';
import type { StoredDecision, StoredReversal } from '../results/results.repository.ts';
import { withoutPatients } from './without-patients.ts';

export const FORMER_MEMBER = 'a former member';
const iso = (at: string): string => new Date(at).toISOString();

const approvalOf = ({
  approvedAt,
  approvedBy,
  needsApproval,
}: Pick<StoredDecision, 'approvedAt' | 'approvedBy' | 'needsApproval'>): ApprovalWire | null =>
  needsApproval
    ? {
        status: approvedAt ? 'approved' : 'pending',
        approved_by: approvedAt && (approvedBy ?? FORMER_MEMBER),
        approved_at: approvedAt && iso(approvedAt),
      }
    : null;

const saidOf = ({ reason, saidAt, saidBy, stands }: StoredReversal): ReversalWire['said'] =>
  stands === null || saidAt === null
    ? null
    : { stands, said_by: saidBy ?? FORMER_MEMBER, said_at: iso(saidAt), reason };

/** In full for who may read it: an API key may decide about rows and not read them. */
export const resultFor = ({ permissions }: Pick<Caller, 'permissions'>, row: ResultInFull): ResultRowWire =>
  resultToWire(permissions.has('reconciliation:read') ? row : withoutPatients(row));

function resultToWire(row: ResultInFull): ResultRowWire {
  const pos = row.pos.map(({ transaction }) => transactionToWire(transaction));
  const { assignment, decision, earlier, nearestReward, rest, reversal, runnerUp } = row;
  return {
    result_id: row.id,
    result: row.result,
    match_probability: row.matchProbability,
    confidence_level: confidenceLevelOf(row.matchProbability),
    recommendation: row.recommendation,
    reward_transaction: row.reward && transactionToWire(row.reward.transaction),
    pos_transactions: pos,
    pos_transaction: pos[0] ?? null,
    sale_share: row.share && {
      other_rewards: row.share.otherRewards,
      other_amount: dollarsOf(row.share.otherCents),
      left: dollarsOf(row.share.leftCents),
    },
    explanation: row.explanation,
    runner_up: runnerUp && {
      match_probability: runnerUp.match_probability,
      pos_transaction: transactionToWire(runnerUp.pos.transaction),
      detail: runnerUp.detail,
    },
    nearest_reward: nearestReward && {
      match_probability: nearestReward.match_probability,
      reward_transaction: transactionToWire(nearestReward.reward.transaction),
      detail: nearestReward.detail,
    },
    note: row.note ?? row.correction,
    reason_codes: row.reasonCodes,
    is_taken_back: row.isReversed,
    reversal: reversal && {
      reversal_id: reversal.reversalId,
      reversal_transaction: transactionToWire(reversal.transaction),
      takes_back: reversal.takesBack,
      is_certain: reversal.isCertain,
      said: saidOf(reversal),
    },
    unreadable: row.unreadable && {
      side: row.side,
      transaction_id: row.unreadable.transactionId,
      row: row.unreadable.row,
      ...(row.unreadable.column === undefined ? {} : { column: row.unreadable.column }),
      reason: row.unreadable.reason,
    },
    decision: decision && {
      decision_id: decision.id,
      verdict: decision.verdict,
      decided_by: decision.decidedBy ?? FORMER_MEMBER,
      decided_at: iso(decision.decidedAt),
      note: decision.note,
      reason: decision.reason,
      pos_transactions: row.chosen.map(({ transaction }) => transactionToWire(transaction)),
      difference:
        row.reward && row.chosen.length > 0 ? dollarsOf(differenceOf(row.reward, row.chosen)) : null,
      carried_from_job_id: decision.carriedFromJobId,
      approval: approvalOf(decision),
    },
    reimbursed_amount: dollarsOf(row.paidCents),
    rest_write_off: rest && {
      decision_id: rest.id,
      amount: dollarsOf(rest.cents),
      reason: rest.reason,
      note: rest.note,
      decided_by: rest.decidedBy ?? FORMER_MEMBER,
      decided_at: iso(rest.decidedAt),
      approval: approvalOf(rest),
    },
    earlier_decision: earlier && {
      job_id: earlier.jobId,
      verdict: earlier.verdict,
      decided_by: earlier.decidedBy ?? FORMER_MEMBER,
      decided_at: iso(earlier.decidedAt),
      why: earlier.why,
      changed_fields: earlier.changedFields,
      remark: reopenedRemark(earlier.why, earlier.changedFields),
    },
    state: row.state,
    dollars_at_stake: dollarsOf(row.stakeCents),
    points_at_stake: row.stakePoints,
    deadline: row.deadline,
    notes: row.notes.map(({ id, text, writtenAt, writtenBy }) => ({
      note_id: id,
      text,
      written_by: writtenBy ?? FORMER_MEMBER,
      written_at: iso(writtenAt),
    })),
    assigned_to: assignment && {
      user_id: assignment.userId,
      name: assignment.name ?? FORMER_MEMBER,
      assigned_by: assignment.assignedBy ?? FORMER_MEMBER,
      assigned_at: iso(assignment.assignedAt),
    },
  };
}
