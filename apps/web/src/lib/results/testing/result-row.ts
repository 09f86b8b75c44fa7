// A row of results for tests of the screens that show one: a reward and its sale, of which nothing has been said yet.
import type { ResultRowWire } from '@medspasync/schemas';

/** In doubt, with both sides alike. */
export const rowOf = (id: string, name: string, amount: number): ResultRowWire => ({
  result_id: id,
  result: 'review_required',
  match_probability: 0.82,
  confidence_level: 'Medium',
  recommendation: 'REVIEW_RECOMMENDED',
  reward_transaction: { customer_name: name, amount },
  pos_transactions: [{ customer_name: name, amount }],
  pos_transaction: { customer_name: name, amount },
  sale_share: null,
  explanation: null,
  runner_up: null,
  nearest_reward: null,
  note: null,
  reason_codes: [],
  unreadable: null,
  decision: null,
  is_taken_back: false,
  reversal: null,
  reimbursed_amount: 0,
  rest_write_off: null,
  earlier_decision: null,
  state: 'MISMATCHED',
  dollars_at_stake: amount,
  points_at_stake: null,
  deadline: '2999-12-24',
  notes: [],
  assigned_to: null,
});
