// Decisions beyond yes and no: another pair, money given up; and what is still open about a row.
import type { JobResultsWire } from '@medspasync/schemas';
import {
  type FinishedRun,
  reconcileToEnd,
  startTestApp,
  type TestApp,
  type TestOrganization,
} from '../../../testing/index.ts';

const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

const [RECENT, OLD] = [daysAgo(1), daysAgo(20)];
const BOOKS = {
  reward_transactions: [
    {
      transaction_id: 'R-1',
      customer_name: 'Ana Reyes',
      customer_phone: '5550100001',
      amount: 40,
      date: OLD,
      program: 'alle',
    },
    {
      transaction_id: 'R-2',
      customer_name: 'Ben Okafor',
      customer_phone: '5550100002',
      amount: 60,
      date: OLD,
      program: 'evolus',
    },
    {
      transaction_id: 'R-3',
      customer_name: 'Cleo Marsh',
      customer_phone: '5550100003',
      amount: 25,
      date: RECENT,
      program: 'alle',
    },
  ],
  pos_transactions: [
    {
      transaction_id: 'P-1',
      customer_name: 'Ana Reyes',
      customer_phone: '5550100001',
      amount: 40,
      date: OLD,
      program: 'alle',
    },
    {
      transaction_id: 'P-2',
      customer_name: 'Dora Lindqvist',
      customer_phone: '5550100009',
      amount: 75,
      date: OLD,
      program: 'evolus',
    },
  ],
  // Nothing is this certain, so that every pair waits for a person.
  threshold: 1,
};

let app: TestApp;
let spa: TestOrganization;
let run: FinishedRun;
beforeAll(async () => {
  app = await startTestApp({ withWorker: true });
});
afterAll(() => app.close());
beforeEach(async () => {
  spa = await app.createOrganization();
  // One person may write off what is in these books; write-offs.test.ts is about two.
  await app.http
    .patch('/organizations/current')
    .set(spa.members.admin.authorization)
    .send({ write_off_approval_above: 1000 })
    .expect(200);
  run = await reconcileToEnd(app, spa, BOOKS);
});

const as = (role: 'reviewer' | 'admin' | 'viewer' = 'reviewer') => spa.members[role].authorization;
const decide = (id: string, decision: object) => app.http.post(run.pathOf(id)).set(as()).send(decision);
const undo = (id: string) => app.http.delete(run.pathOf(id)).set(as());
const results = async (query = ''): Promise<JobResultsWire> =>
  (await app.http.get(`/reconcile/jobs/${run.jobId}/results${query}`).set(as('viewer')).expect(200)).body;
const idsOf = ({ results: found }: JobResultsWire): (string | undefined)[] =>
  found.map(
    ({ pos_transaction, reward_transaction }) => (reward_transaction ?? pos_transaction)?.transaction_id,
  );

const WHY = 'The rest was paid in cash.';
const toP2 = () => ({ verdict: 're_paired', pos_result_id: run.rowOf('P-2').result_id, note: WHY });
const WRITE_OFF = { verdict: 'written_off', reason: 'expired', note: 'Its certificate ran out.' };

test('a reward is paired with a POS transaction that nothing claimed, and then nothing about either is open', async () => {
  const { body } = await decide('R-2', toP2()).expect(200);
  expect(body).toMatchObject({
    result: 'no_match',
    decision: {
      verdict: 're_paired',
      reason: null,
      pos_transactions: [{ transaction_id: 'P-2' }],
      note: WHY,
      difference: 15,
    },
    state: null,
    dollars_at_stake: 0,
  });
  const { results: after, summary } = await results();
  expect(summary).toMatchObject({ matches_found: 1, matched_amount: 60 });
  expect(after.find(({ result_id }) => result_id === run.rowOf('P-2').result_id)?.state).toBeNull();
  await undo('R-2').expect(200);
  expect((await results()).results).toEqual(run.rows);
});

test('another pair of other amounts takes a word why, and says by how much they differ', async () => {
  const { note: _, ...silent } = toP2();
  const { body } = await decide('R-2', silent).expect(409);
  expect(body).toMatchObject({
    code: 'decision.amounts_differ',
    detail: 'The sale is $15.00 more than the reward.',
    errors: [{ field: 'note', message: 'say why the amounts differ' }],
  });
  await decide('R-1', { verdict: 'rejected' }).expect(200);
  const less = { verdict: 're_paired', pos_result_id: run.rowOf('R-1').result_id };
  expect((await decide('R-2', less).expect(409)).body.detail).toBe(
    'The sale is $20.00 less than the reward.',
  );
  expect((await decide('R-2', { ...less, note: WHY }).expect(200)).body.decision.difference).toBe(-20);
});

test('a reward is split over several sales that add up to it, and over none that do not', async () => {
  const rest = { ...BOOKS.pos_transactions[1]!, customer_name: 'Emil Hart', customer_phone: '5550100010' };
  const split = {
    ...BOOKS,
    pos_transactions: [
      BOOKS.pos_transactions[0]!,
      { ...rest, transaction_id: 'P-2', amount: 45 },
      { ...rest, transaction_id: 'P-3', amount: 15, customer_name: 'Fay Noor', customer_phone: '5550100011' },
    ],
  };
  run = await reconcileToEnd(app, spa, split);
  const over = (...ids: string[]) => ({
    verdict: 're_paired',
    pos_result_ids: ids.map((id) => run.rowOf(id).result_id),
  });
  const { body: refused } = await decide('R-3', over('P-2', 'P-3')).expect(409);
  expect(refused).toMatchObject({
    code: 'decision.sum_differs',
    detail: 'The sales add up to $60.00, the reward is $25.00.',
  });
  const { body } = await decide('R-2', over('P-2', 'P-3')).expect(200);
  expect(
    body.decision.pos_transactions.map((sale: { transaction_id: string }) => sale.transaction_id),
  ).toEqual(['P-2', 'P-3']);
});

test('a POS transaction is not given away twice, however many try at once', async () => {
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, turn) => decide(turn % 2 === 0 ? 'R-2' : 'R-3', toP2())),
  );
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  const codes = new Set(answers.filter(({ status }) => status !== 200).map(({ body }) => body.code));
  expect([...codes].sort()).toEqual(['decision.pos_taken', 'decision.taken']);
});

test('a pair whose sale a person gave to another reward cannot be approved any more', async () => {
  await decide('R-1', { verdict: 'rejected' }).expect(200);
  await decide('R-2', { verdict: 're_paired', pos_result_id: run.rowOf('R-1').result_id, note: WHY }).expect(
    200,
  );
  await undo('R-1').expect(200);
  expect((await decide('R-1', { verdict: 'approved' }).expect(409)).body.code).toBe('decision.pos_taken');
});

test('money is written off with a reason and a note, from either side', async () => {
  await decide('R-2', WRITE_OFF).expect(200);
  const { body } = await decide('P-2', WRITE_OFF).expect(200);
  expect(body).toMatchObject({ state: null, decision: { verdict: 'written_off', reason: 'expired' } });
  const { summary } = await results();
  expect(summary).toMatchObject({
    written_off: 2,
    written_off_amount: 135,
    written_off_reward_amount: 60,
    unmatched_amount: 85,
  });
});

test.each([
  [{ verdict: 'written_off' }, ['reason', 'note']],
  [{ verdict: 'approved', reason: 'expired' }, ['reason']],
  [{ verdict: 'rejected', pos_result_id: '00000000-0000-4000-8000-000000000000' }, ['pos_result_id']],
  [
    {
      verdict: 're_paired',
      pos_result_id: '00000000-0000-4000-8000-000000000000',
      pos_result_ids: ['00000000-0000-4000-8000-000000000000', '00000000-0000-4000-8000-000000000001'],
    },
    ['pos_result_ids'],
  ],
])('a decision that does not add up is refused, every field named: %j', async (decision, fields) => {
  const { body } = await decide('R-1', decision).expect(422);
  expect(body.errors.map(({ field }: { field: string }) => field)).toEqual(fields);
});

test('a row is no other pair for itself, and another organization’s is not found', async () => {
  const itself = { verdict: 're_paired', pos_result_id: run.rowOf('R-1').result_id };
  expect((await decide('R-1', itself).expect(409)).body.code).toBe('decision.nothing_to_decide');
  await decide('R-1', { verdict: 're_paired', pos_result_id: '00000000-0000-4000-8000-000000000000' }).expect(
    404,
  );
});

describe('what is open about a row', () => {
  test('tells one-sided rows within the lag from ones beyond it, and from sides that disagree', async () => {
    expect(run.rowOf('R-1')).toMatchObject({
      result: 'review_required',
      state: 'MISMATCHED',
      dollars_at_stake: 40,
    });
    expect(run.rowOf('R-2')).toMatchObject({ state: 'MISSING', dollars_at_stake: 60, points_at_stake: null });
    expect(run.rowOf('R-3')).toMatchObject({ state: 'EXPECTED', dollars_at_stake: 25, points_at_stake: 250 });
    expect(run.rowOf('P-2')).toMatchObject({ state: 'MISSING', dollars_at_stake: 75 });
    expect(run.rowOf('R-3').deadline).toBe(daysAgo(1 - 30));
    await decide('R-1', { verdict: 'approved' }).expect(200);
    expect((await results('?state=MISMATCHED')).total_results).toBe(0);
  });

  test('narrows what is listed and searched, beside the exception code', async () => {
    expect(idsOf(await results('?state=MISSING'))).toEqual(['R-2', 'P-2']);
    expect(idsOf(await results('?state=MISSING&code=POS_NOT_REDEEMED'))).toEqual(['P-2']);
    expect(idsOf(await results('?code=REDEEMED_NOT_IN_POS'))).toEqual(['R-2', 'R-3']);
    const path = `/reconcile/jobs/${run.jobId}/results/search`;
    const { body } = await app.http.post(path).set(as()).send({ q: 'r-', state: 'EXPECTED' }).expect(200);
    expect([body.total_results, idsOf(body)]).toEqual([1, ['R-3']]);
  });

  test('goes by the rule of the day of the transaction, and follows a change at once', async () => {
    const rules = '/organizations/current/program-rules';
    const rule = { program: 'evolus', lag_days: 25, claim_window_days: 90, cents_per_point: 50 };
    const set = (validFrom: string) =>
      app.http
        .put(rules)
        .set(as('admin'))
        .send({ ...rule, valid_from: validFrom })
        .expect(200);
    await set(daysAgo(10));
    expect(idsOf(await results('?state=MISSING'))).toEqual(['R-2', 'P-2']);
    const { body } = await set(daysAgo(30));
    expect(body.rules.filter(({ program }: { program: string }) => program === 'evolus')).toHaveLength(3);
    const expected = await results('?state=EXPECTED');
    expect(idsOf(expected)).toEqual(['R-2', 'R-3', 'P-2']);
    expect(expected.results[0]).toMatchObject({ points_at_stake: 120, deadline: daysAgo(20 - 90) });
    await app.http
      .put(rules)
      .set(as())
      .send({ ...rule, valid_from: OLD })
      .expect(403);
  });

  test('goes into the exported file, with what was decided', async () => {
    await decide('R-2', toP2()).expect(200);
    await decide('R-3', WRITE_OFF).expect(200);
    const { body } = await app.http
      .post('/export')
      .set(as())
      .send({ job_id: run.jobId, format: 'json' })
      .expect(200);
    const lines: Record<string, unknown>[] = body;
    expect(lines.map(({ pos_ids, result, reward_id }) => [reward_id, pos_ids, result])).toEqual([
      ['R-1', ['P-1'], 'review_required'],
      ['R-2', ['P-2'], 'match'],
      ['R-3', [], 'no_match'],
    ]);
    expect(lines[0]).toMatchObject({ state: 'MISMATCHED', dollars_at_stake: 40, deadline: daysAgo(20 - 30) });
    expect(lines[2]?.reason).toMatch(
      /^Written off by The reviewer\. The reward had expired: Its certificate ran out\./,
    );
  });
});
