// A refund or void of a sale comes as a row of its own in a later file than the sale: the money is as if one file had both.
import type { JobResultsWire, PeriodPreviewWire, ResultRowWire } from '@medspasync/schemas';
import {
  type FinishedRun,
  reconcileToEnd,
  startTestApp,
  type TestApp,
  type TestOrganization,
} from '../../testing/index.ts';

const ANA = {
  customer_name: 'Ana Reyes',
  customer_phone: '5550100001',
  customer_email: 'ana@example.test',
  amount: 40,
  date: '2026-03-02',
  program: 'alle',
  service: 'Botox',
};
const SOMEBODY = {
  ...ANA,
  transaction_id: 'S-1',
  customer_name: 'Ida Munk',
  customer_phone: '5550100055',
  customer_email: 'ida@example.test',
  date: '2026-03-28',
  program: 'xperience',
  service: 'Xeomin',
};
/** Of nobody whose name is near. */
const STRANGER = {
  ...SOMEBODY,
  customer_name: 'Zed Quill',
  customer_phone: '5550100077',
  customer_email: 'zed@example.test',
  program: 'evolus',
  service: 'Jeuveau',
};
const R1 = { ...ANA, transaction_id: 'R-1' };
const R2 = { ...STRANGER, transaction_id: 'R-2', amount: 60, date: '2026-03-20' };
const P1 = { ...ANA, transaction_id: 'P-1', invoice_id: 'INV-7001', amount: 100 };
const EQUAL = { ...P1, amount: 40 };
const PART = 'The reward is part of a larger invoice.';

let app: TestApp;
let spa: TestOrganization;
beforeAll(async () => {
  app = await startTestApp({ withWorker: true });
});
afterAll(() => app.close());
beforeEach(async () => {
  spa = await app.createOrganization();
});

type Member = keyof TestOrganization['members'];
const as = (role: Member = 'reviewer') => spa.members[role].authorization;
const get = async (path: string) => (await app.http.get(path).set(as('viewer')).expect(200)).body;
const run = (rewards: object[], sales: object[], threshold = 1): Promise<FinishedRun> =>
  reconcileToEnd(app, spa, { reward_transactions: rewards, pos_transactions: sales, threshold });
const decide = (of: FinishedRun, id: string, decision: object) =>
  app.http.post(of.pathOf(id)).set(as()).send(decision);
const approve = (of: FinishedRun, id: string) => decide(of, id, { verdict: 'approved' });
const share = (of: FinishedRun, id: string, whose: string) =>
  decide(of, id, { verdict: 're_paired', pos_result_id: of.rowOf(whose).result_id, note: PART });
const undoRun = ({ jobId }: FinishedRun) =>
  app.http.post(`/reconcile/jobs/${jobId}/undo`).set(as('manager')).expect(200);
const results = ({ jobId }: FinishedRun): Promise<JobResultsWire> =>
  get(`/reconcile/jobs/${jobId}/results?limit=100`);
const rowIn = async (of: FinishedRun, id: string): Promise<ResultRowWire> =>
  (await results(of)).results.find(
    (row) => (row.reward_transaction ?? row.pos_transaction)?.transaction_id === id,
  )!;
const figures = async (): Promise<PeriodPreviewWire['figures']> =>
  (await get('/periods/preview?month=2026-03')).figures;
/** A run of other rewards, in whose file the refund is. */
const refund = (change: object = {}, of: object = P1): Promise<FinishedRun> =>
  run([SOMEBODY], [{ ...of, transaction_id: 'P-2', type: 'refund', date: '2026-03-09', ...change }]);

/** R-1 of $40 and R-2 of $60 on P-1 of $100. */
async function twoOnOne(): Promise<FinishedRun> {
  const both = await run([R1, R2], [P1]);
  await approve(both, 'R-1').expect(200);
  await share(both, 'R-2', 'R-1').expect(200);
  expect(await figures()).toMatchObject({ matched: 2, matched_amount: 100, open: 0 });
  return both;
}

test.each([
  ['names its invoice', { customer_name: undefined, customer_phone: undefined, customer_email: undefined }],
  ['has its patient and amount', { invoice_id: undefined }],
  ['is a void of the same day', { invoice_id: undefined, type: 'void', date: '2026-03-02' }],
])('a sale whose refund %s pays for nothing any more, and its pairs wait for a person', async (_what, says) => {
  const both = await twoOnOne();
  await refund(says);
  expect(await figures()).toMatchObject({ matched: 0, matched_amount: 0 });
  for (const id of ['R-1', 'R-2'])
    expect(await rowIn(both, id)).toMatchObject({
      decision: null,
      state: 'MISMATCHED',
      reason_codes: expect.arrayContaining(['REFUND_AFTER_REDEMPTION']),
      earlier_decision: { why: 'sale_refunded', remark: 'Its sale was refunded or voided since.' },
    });
  expect(await rowIn(both, 'R-1')).toMatchObject({
    dollars_at_stake: 40,
    note: 'Its sale of $100.00 was refunded or voided',
  });
});

test('a pair that the run had matched by itself waits, too, with the code that one file would have given it', async () => {
  const alone = await run([R1], [EQUAL], 0.5);
  expect(alone.rowOf('R-1').result).toBe('match');
  await refund({}, EQUAL);
  expect(await rowIn(alone, 'R-1')).toMatchObject({
    result: 'review_required',
    reason_codes: expect.arrayContaining(['REFUND_AFTER_REDEMPTION']),
    state: 'MISMATCHED',
    dollars_at_stake: 40,
  });
  expect((await results(alone)).summary.matched_amount).toBe(0);
  expect((await get(`/reconcile/jobs/${alone.jobId}`)).matches_found).toBe(0);
  const together = await run(
    [{ ...R1, transaction_id: 'R-9' }],
    [
      { ...EQUAL, transaction_id: 'P-8' },
      { ...EQUAL, transaction_id: 'P-9', type: 'refund', date: '2026-03-09' },
    ],
  );
  expect(together.rowOf('R-9')).toMatchObject({
    reason_codes: ['REFUND_AFTER_REDEMPTION'],
    state: 'MISMATCHED',
    dollars_at_stake: 40,
  });
});

test('a part that names the invoice leaves the rest: the older pair stands, the newer waits', async () => {
  const both = await twoOnOne();
  await refund({ amount: 20 });
  expect(await figures()).toMatchObject({ matched: 1, matched_amount: 40 });
  expect(await rowIn(both, 'R-1')).toMatchObject({
    decision: { verdict: 'approved' },
    note: '$20.00 of its $100.00 sale was refunded',
    sale_share: { other_rewards: 0, left: 40 },
  });
  const { body } = await share(both, 'R-2', 'R-1').expect(409);
  expect(body).toMatchObject({
    code: 'decision.pos_taken',
    detail: 'Another reward of this run has it: $40.00 of its $80.00 is left.',
  });
});

test.each([
  ['another invoice', { invoice_id: 'INV-7002' }],
  ['somebody else', { ...STRANGER, invoice_id: undefined, amount: 100 }],
  ['a part of the amount and no invoice', { invoice_id: undefined, amount: 20 }],
  ['a day months later', { invoice_id: undefined, date: '2026-06-09' }],
  ['the day before', { invoice_id: undefined, date: '2026-03-01' }],
])('a refund of %s leaves the sale alone', async (_what, says) => {
  const both = await twoOnOne();
  const before = await results(both);
  await refund(says);
  expect(await results(both)).toEqual(before);
});

test('a refund that bears the number of its sale is a new version of it, and comes to the same', async () => {
  const both = await twoOnOne();
  await refund({ transaction_id: 'P-1' });
  expect(await figures()).toMatchObject({ matched: 0 });
  for (const id of ['R-1', 'R-2'])
    expect(await rowIn(both, id)).toMatchObject({
      decision: null,
      state: 'MISMATCHED',
      reason_codes: expect.arrayContaining(['REFUND_AFTER_REDEMPTION']),
    });
});

test('a refund takes back the sale of its own file before one of an earlier file, and one sale only', async () => {
  const both = await twoOnOne();
  const later = { ...P1, invoice_id: undefined, transaction_id: 'P-3', date: '2026-03-08' };
  await run([SOMEBODY], [later, { ...later, transaction_id: 'P-4', type: 'refund', date: '2026-03-09' }]);
  expect(await figures()).toMatchObject({ matched: 2, matched_amount: 100 });
  await refund({ transaction_id: 'P-5' });
  await refund({ transaction_id: 'P-6' });
  expect(await figures()).toMatchObject({ matched: 0 });
  expect(await rowIn(both, 'R-1')).toMatchObject({ sale_share: { left: 0 } });
});

test('a refund that came before the file of its sale counts from the run that reads the sale', async () => {
  await refund({}, EQUAL);
  const late = await run([R1], [EQUAL], 0.5);
  expect(late.rowOf('R-1')).toMatchObject({
    result: 'review_required',
    reason_codes: expect.arrayContaining(['REFUND_AFTER_REDEMPTION']),
  });
  expect((await results(late)).summary.matched_amount).toBe(0);
});

test('a discount that was refunded in a later file is no redemption that is missing', async () => {
  const discount = { ...EQUAL, service: 'Alle Rewards' };
  const first = await run([SOMEBODY], [discount]);
  expect(first.rowOf('P-1')).toMatchObject({ reason_codes: ['POS_NOT_REDEEMED'], state: 'MISSING' });
  const { open } = await figures();
  const second = await run(
    [{ ...SOMEBODY, transaction_id: 'S-2', date: '2026-04-28' }],
    [{ ...discount, transaction_id: 'P-2', type: 'refund', date: '2026-03-09' }],
  );
  expect(await rowIn(first, 'P-1')).toMatchObject({ state: null, dollars_at_stake: 0 });
  expect(await figures()).toMatchObject({ open: open - 1 });
  await undoRun(second);
  expect(await rowIn(first, 'P-1')).toMatchObject({ state: 'MISSING', dollars_at_stake: 40 });
});

test('where the run that read the refund is undone, what it had opened stands again', async () => {
  const both = await twoOnOne();
  const before = await results(both);
  const first = await refund();
  const second = await run(
    [{ ...SOMEBODY, transaction_id: 'S-2' }],
    [{ ...P1, transaction_id: 'P-2', type: 'refund', date: '2026-03-09' }],
  );
  await undoRun(first);
  expect(await figures()).toMatchObject({ matched: 0 });
  await undoRun(second);
  expect(await results(both)).toEqual(before);
  expect(await figures()).toMatchObject({ matched: 2, matched_amount: 100 });
});

test('a run over the files as they were before the refund keeps no pair that the refund took', async () => {
  await twoOnOne();
  await refund();
  const again = await run([R1, R2], [P1], 0.5);
  expect(await figures()).toMatchObject({ matched: 0 });
  expect(await rowIn(again, 'R-1')).toMatchObject({
    decision: null,
    reason_codes: expect.arrayContaining(['REFUND_AFTER_REDEMPTION']),
  });
});

test('a pair that is kept though its sale was refunded gives the reward up only when a second person says so', async () => {
  const alone = await run([R1], [EQUAL]);
  await approve(alone, 'R-1').expect(200);
  await refund({}, EQUAL);
  const { body } = await approve(alone, 'R-1').expect(200);
  expect(body.decision.approval).toMatchObject({ status: 'pending' });
  expect(await figures()).toMatchObject({ matched: 0, awaiting_approval: 1, awaiting_approval_amount: 40 });
  await app.http.post(alone.pathOf('R-1', 'decision/approval')).set(as('manager')).expect(200);
  expect(await figures()).toMatchObject({ matched: 1, matched_amount: 40 });
});

test('a refund that a file corrects to another day than the sale’s takes nothing any more', async () => {
  const both = await twoOnOne();
  await refund({ invoice_id: undefined });
  await run(
    [{ ...SOMEBODY, transaction_id: 'S-2' }],
    [{ ...P1, invoice_id: undefined, transaction_id: 'P-2', type: 'refund', date: '2026-03-01' }],
  );
  expect(await rowIn(both, 'R-1')).toMatchObject({ note: null });
  await approve(both, 'R-1').expect(200);
  expect(await figures()).toMatchObject({ matched: 1, matched_amount: 40 });
});

test('a closed month keeps its sales, its pairs, what is open in it and its figures', async () => {
  const discount = {
    ...SOMEBODY,
    transaction_id: 'P-7',
    invoice_id: 'INV-7007',
    service: 'Xperience Rewards',
  };
  const both = await run([R1, R2], [P1, discount]);
  await approve(both, 'R-1').expect(200);
  await share(both, 'R-2', 'R-1').expect(200);
  expect(both.rowOf('P-7')).toMatchObject({ reason_codes: ['POS_NOT_REDEEMED'] });
  const { open_items_digest: acknowledged_digest } = await get('/periods/preview?month=2026-03');
  const closing = { month: '2026-03', acknowledged_digest };
  await app.http.post('/periods').set(as('manager')).send(closing).expect(201);
  const [closed, before] = [await figures(), await results(both)];
  const refunds = [P1, discount].map((sale, index) => ({
    ...sale,
    transaction_id: `P-2${index}`,
    type: 'refund',
    date: '2026-04-20',
  }));
  const later = await run([{ ...STRANGER, transaction_id: 'S-1', date: '2026-04-21' }], refunds);
  expect(await results(both)).toEqual(before);
  expect(await figures()).toEqual(closed);
  await undoRun(later);
  expect(await results(both)).toEqual(before);
});

test('what a refund had closed before its month was closed stays so where the run of the refund is undone', async () => {
  const discount = { ...EQUAL, service: 'Alle Rewards' };
  const first = await run([SOMEBODY], [discount]);
  const second = await run(
    [{ ...SOMEBODY, transaction_id: 'S-2', date: '2026-04-28' }],
    [{ ...discount, transaction_id: 'P-2', type: 'refund', date: '2026-04-09' }],
  );
  const { open_items_digest: acknowledged_digest } = await get('/periods/preview?month=2026-03');
  const closing = { month: '2026-03', acknowledged_digest };
  await app.http.post('/periods').set(as('manager')).send(closing).expect(201);
  await undoRun(second);
  expect(await rowIn(first, 'P-1')).toMatchObject({ state: null });
});

test('another organization’s refund of the same invoice is of its own sale', async () => {
  const theirs = spa;
  await twoOnOne();
  spa = await app.createOrganization();
  await refund();
  spa = theirs;
  expect(await figures()).toMatchObject({ matched: 2, matched_amount: 100 });
});

test('whatever twenty people decide while the sale is refunded in part, its pairs take no more than is left', async () => {
  const both = await twoOnOne();
  const refunding = refund({ amount: 20 });
  const act = (turn: number) => {
    const id = turn % 2 === 0 ? 'R-1' : 'R-2';
    if (turn % 3 === 0) return app.http.delete(both.pathOf(id)).set(as());
    return turn % 2 === 0 ? approve(both, id) : share(both, id, 'R-1');
  };
  const answers = await Promise.all(Array.from({ length: 20 }, (_, turn) => act(turn)));
  expect(answers.filter(({ status }) => status !== 200 && status !== 409)).toEqual([]);
  await refunding;
  await Promise.all(Array.from({ length: 20 }, (_, turn) => act(turn + 1)));
  expect((await figures()).matched_amount).toBeLessThanOrEqual(80);
});
