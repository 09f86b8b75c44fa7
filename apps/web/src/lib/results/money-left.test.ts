// Dollars redeemed, and what is left of them.
import { JobSummaryWire } from '@medspasync/schemas';
import { dollarsLeft, dollarsUnmatched, redeemedLess } from './money-left.ts';

const summaryOf = (amounts: Partial<JobSummaryWire>): JobSummaryWire =>
  JobSummaryWire.parse({
    ...Object.fromEntries(Object.keys(JobSummaryWire.shape).map((key) => [key, 0])),
    left_out: [],
    as_found: { matches_found: 0, review_required: 0, no_matches: 0 },
    ...amounts,
  });

const BEFORE = summaryOf({ reward_amount: 100.1, matched_amount: 60, unmatched_amount: 40.1 });
const AFTER = { ...BEFORE, written_off_reward_amount: 40.1 };

test('what nobody has matched or given up is left', () => {
  expect([dollarsLeft(BEFORE), dollarsUnmatched(BEFORE)]).toEqual([40.1, 40.1]);
  expect(redeemedLess(BEFORE)).toBe('Redeemed $100.10 − matched $60.00');
});

test('what a person wrote off is not left, so a finished job comes to nothing', () => {
  expect([dollarsLeft(AFTER), dollarsUnmatched(AFTER)]).toEqual([0, 0]);
  expect(redeemedLess(AFTER)).toBe('Redeemed $100.10 − matched $60.00 − written off $40.10');
});
