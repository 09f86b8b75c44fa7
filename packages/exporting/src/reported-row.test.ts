import { type ReportedResult, reportedId, reportedRow, unreadableRow } from './reported-row.ts';

const pair: ReportedResult = {
  rewardId: 'R-1',
  posIds: ['P-1'],
  result: 'review_required',
  matchProbability: 0.9,
  recommendation: 'APPROVE_RECOMMENDED',
  reasonCodes: ['DATE_LAG'],
  explanation: { baseLogOdds: 0, totalLogOdds: 1, summary: 'Same patient; 1 day later.', contributions: [] },
};
const unclaimed: ReportedResult = {
  ...pair,
  rewardId: null,
  result: 'no_match',
  reasonCodes: [],
  explanation: null,
};

test('the reason says what kind of case it is and why, in words', () => {
  expect(reportedRow(pair)).toMatchObject({
    result: 'review_required',
    confidenceLevel: 'High',
    reason: 'Dates apart. Same patient; 1 day later.',
  });
});

test('a POS row nothing claims says so, unless it has a case of its own', () => {
  expect(reportedRow(unclaimed).reason).toBe('No reward claims it');
  expect(reportedRow({ ...unclaimed, reasonCodes: ['POS_NOT_REDEEMED'] }).reason).toBe(
    'Discount given, not redeemed',
  );
});

test('of a POS row nothing claims, the reward that came nearest and what kept it away', () => {
  const nearest = { rewardId: 'R-9', detail: 'Nearest reward: Posted 40 days after the visit' };
  expect(reportedRow({ ...unclaimed, nearest }).reason).toBe(
    'No reward claims it. Nearest reward: Posted 40 days after the visit (R-9)',
  );
  expect(reportedRow({ ...pair, nearest }).reason).not.toContain('R-9');
});

test('the sale that came second is named where the choice is open, and no reason is blank', () => {
  const runnerUp = { posId: 'P-7', matchProbability: 0.9, detail: 'Fits about as well' };
  expect(reportedRow({ ...pair, reasonCodes: ['AMBIGUOUS'], runnerUp }).reason).toContain(
    'Fits about as well (P-7)',
  );
  expect(reportedRow({ ...pair, result: 'match', runnerUp }).reason).not.toContain('P-7');
  const lost = { ...pair, posIds: [], result: 'no_match', reasonCodes: [], explanation: null } as const;
  expect(reportedRow({ ...lost, note: 'Voided: it asks for nothing' }).reason).toBe(
    'Voided: it asks for nothing',
  );
  expect(reportedRow(lost).reason).toBe('A refund or void, or taken back by one');
});

test('what a person decided comes first and is final', () => {
  const approved = { verdict: 'approved', decidedBy: 'Maria', note: 'Saw it' } as const;
  expect(reportedRow(pair, approved)).toMatchObject({
    posIds: ['P-1'],
    result: 'match',
    reason: 'Approved by Maria: Saw it. Dates apart. Same patient; 1 day later.',
  });
  const rejected = { verdict: 'rejected', decidedBy: null, note: null } as const;
  expect(reportedRow(pair, rejected)).toMatchObject({
    posIds: [],
    result: 'no_match',
    reason: expect.stringMatching(/^Rejected by a former member\./),
  });
  const given = { verdict: 'written_off', decidedBy: 'Maria', note: 'Too late', reason: 'expired' } as const;
  expect(reportedRow(pair, given)).toMatchObject({
    posIds: [],
    result: 'no_match',
    reason: expect.stringMatching(/^Written off by Maria\. The reward had expired: Too late\./),
  });
  const anew = { verdict: 're_paired', decidedBy: 'Maria', note: null, posIds: ['P-9'] } as const;
  expect(reportedRow(pair, anew)).toMatchObject({ posIds: ['P-9'], result: 'match' });
});

test('what is open is said with its dollars and its last day', () => {
  const open = { state: 'MISSING', dollarsAtStake: 40, deadline: '2024-02-14' } as const;
  expect(reportedRow(unclaimed, null, open)).toMatchObject({
    open,
    reason: 'Missing: $40.00 at stake, to be claimed by 2024-02-14',
  });
});

test('a row that could not be read is an error on its own side', () => {
  const skipped = { row: 7, column: 'Amount', reason: 'is blank' };
  expect(unreadableRow('reward', 'R-6', skipped)).toMatchObject({
    rewardId: 'R-6',
    posIds: [],
    result: 'error',
    reason: 'Could not be read: row 7, Amount: is blank',
  });
  expect(unreadableRow('pos', 'row:6', { row: 7, reason: 'is blank' })).toMatchObject({
    rewardId: null,
    posIds: ['row:6'],
    reason: 'Could not be read: row 7: is blank',
  });
});

test('a transaction without an id is called by its place', () => {
  expect(reportedId({}, 0)).toBe('row:1');
  expect(reportedId({ transactionId: 'R-1' }, 0)).toBe('R-1');
});
