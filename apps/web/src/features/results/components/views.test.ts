import type { JobSummaryWire } from '@medspasync/schemas';
import { countsOf } from './views.ts';

test('every view counts the rows it lists, whatever was decided since the run', () => {
  // The run found 4 matches, 3 reviews and 2 rewards without a match; one review was approved, one rejected. 2 rows could not be read.
  const summary: JobSummaryWire = {
    total_transactions: 20,
    matches_found: 5,
    review_required: 1,
    no_matches: 3,
    errors: 2,
    reward_amount: 900,
    matched_amount: 500,
    review_amount: 100,
    unmatched_amount: 300,
    written_off: 0,
    written_off_amount: 0,
    written_off_reward_amount: 0,
    awaiting_approval: 0,
    awaiting_approval_amount: 0,
    unclaimed_pos: 6,
    left_out: [],
    pending_reviews: 1,
    as_found: { matches_found: 4, review_required: 3, no_matches: 2 },
  };
  expect(countsOf({ summary, totalResults: 17 })).toEqual({
    review: 1,
    decided: 2,
    matched: 4,
    missing: 2,
    unclaimed: 6,
    unreadable: 2,
    all: 17,
  });
});
