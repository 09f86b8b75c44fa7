import { randomUUID } from 'node:crypto';
import { type JobResultsWire, type ResultRowWire, transactionToWire } from '@medspasync/schemas';
import { briefSample } from '@medspasync/test-kit';
import { reconcileToEnd, startTestApp, type TestApp, type TestOrganization } from '../../../testing/index.ts';

const sample = briefSample();
const SAMPLE = {
  reward_transactions: sample.rewards.map(transactionToWire),
  pos_transactions: sample.pos.map(transactionToWire),
  // Nothing is this certain, so that every pair waits for a person.
  threshold: 1,
};

let app: TestApp;
let spa: TestOrganization;
let jobId: string;
let rows: ResultRowWire[];
beforeAll(async () => {
  app = await startTestApp({ withWorker: true });
  spa = await app.createOrganization();
  ({ jobId, rows } = await reconcileToEnd(app, spa, SAMPLE));
});
afterAll(() => app.close());
afterEach(async () => {
  for (const { result_id } of rows) await undo(result_id);
});

const pathOf = (resultId: string, job = jobId) => `/reconcile/jobs/${job}/results/${resultId}/decision`;
const decide = (resultId: string, decision: object, role: 'reviewer' | 'viewer' | 'admin' = 'reviewer') =>
  app.http.post(pathOf(resultId)).set(spa.members[role].authorization).send(decision);
const undo = (resultId: string) => app.http.delete(pathOf(resultId)).set(spa.members.reviewer.authorization);
const results = async (query = ''): Promise<JobResultsWire> => {
  const path = `/reconcile/jobs/${jobId}/results${query}`;
  return (await app.http.get(path).set(spa.members.viewer.authorization).expect(200)).body;
};

test('at a threshold of certainty every pair waits for a person', async () => {
  const { summary } = await results();
  expect(summary).toMatchObject({ matches_found: 0, review_required: 5, pending_reviews: 5 });
  expect(summary.review_amount).toBe(summary.reward_amount);
});

test('an approved pair counts as matched money, with who approved it and why', async () => {
  const [row] = rows;
  const { body } = await decide(row!.result_id, { verdict: 'approved', note: 'Saw the receipt' }).expect(200);
  expect(body).toEqual({
    ...row,
    decision: {
      decision_id: expect.any(String),
      verdict: 'approved',
      decided_by: 'The reviewer',
      decided_at: expect.stringMatching(/^\d{4}-.*Z$/),
      note: 'Saw the receipt',
      reason: null,
      pos_transactions: [],
      difference: null,
      carried_from_job_id: null,
      approval: null,
    },
    state: null,
    dollars_at_stake: 0,
    points_at_stake: null,
    deadline: null,
    sale_share: { ...row!.sale_share, left: 0 },
  });
  const { results: after, summary } = await results();
  expect(after[0]).toEqual(body);
  const amount = row!.reward_transaction!.amount;
  expect(summary).toMatchObject({ matched_amount: amount, pending_reviews: 4, unmatched_amount: 0 });
  expect(summary.review_amount).toBe(summary.reward_amount - amount);
});

test('a rejected pair is money that no POS row accounts for', async () => {
  await decide(rows[1]!.result_id, { verdict: 'rejected' }).expect(200);
  const { summary } = await results();
  const amount = rows[1]!.reward_transaction!.amount;
  expect(summary).toMatchObject({ unmatched_amount: amount, matched_amount: 0, pending_reviews: 4 });
});

test('counts and dollars of the summary follow the decisions alike', async () => {
  const { summary: before } = await results();
  await decide(rows[0]!.result_id, { verdict: 'approved' }).expect(200);
  await decide(rows[1]!.result_id, { verdict: 'rejected' }).expect(200);
  const { summary } = await results();
  expect(summary).toMatchObject({
    matches_found: 1,
    matched_amount: rows[0]!.reward_transaction!.amount,
    review_required: 3,
    pending_reviews: 3,
    no_matches: 1,
    unmatched_amount: rows[1]!.reward_transaction!.amount,
    // One that nothing claimed, and that of the rejected pair.
    unclaimed_pos: 2,
  });
  expect(summary.as_found).toEqual(before.as_found);
  for (const [result, listed] of [
    ['match', summary.as_found.matches_found],
    ['review_required', summary.as_found.review_required],
    ['no_match', summary.as_found.no_matches],
  ] as const)
    expect((await results(`?result=${result}&side=reward`)).total_results).toBe(listed);
});

test('an undone decision is as if it had never been, and another may follow', async () => {
  const before = await results();
  await decide(rows[0]!.result_id, { verdict: 'approved' }).expect(200);
  const { body } = await undo(rows[0]!.result_id).expect(200);
  expect(body.decision).toBeNull();
  expect(await results()).toEqual(before);
  await decide(rows[0]!.result_id, { verdict: 'rejected' }).expect(200);
});

test('of twenty who approve at once exactly one wins, and the others learn who it was', async () => {
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, turn) =>
      decide(rows[2]!.result_id, { verdict: 'approved' }, turn % 2 === 0 ? 'reviewer' : 'admin'),
    ),
  );
  const winners = answers.filter(({ status }) => status === 200);
  const others = answers.filter(({ status }) => status === 409);
  expect([winners.length, others.length]).toEqual([1, 19]);
  const winner = winners[0]!.body.decision.decided_by;
  for (const { body } of others) {
    expect(body.code).toBe('decision.taken');
    expect(body.detail).toMatch(new RegExp(`^Approved by ${winner} at `));
  }
});

test('a row without a pair leaves nothing to decide', async () => {
  const unclaimed = rows.at(-1)!;
  const { body } = await decide(unclaimed.result_id, { verdict: 'approved' }).expect(409);
  expect(body.code).toBe('decision.nothing_to_decide');
});

test('without a decision there is nothing to undo', async () => {
  const { body } = await undo(rows[0]!.result_id).expect(409);
  expect(body.code).toBe('decision.none');
});

test('a viewer sees decisions but makes none', async () => {
  await decide(rows[0]!.result_id, { verdict: 'approved' }, 'viewer').expect(403);
});

test('a result is found only under its own job and in its own organization', async () => {
  const [row] = rows;
  const post = (path: string, organization: TestOrganization) =>
    app.http.post(path).set(organization.members.admin.authorization).send({ verdict: 'approved' });
  await post(pathOf(row!.result_id, randomUUID()), spa).expect(404);
  await post(pathOf(row!.result_id), await app.createOrganization()).expect(404);
});

describe('the rows of a job', () => {
  test('come in pages', async () => {
    const [first, second] = [await results('?limit=4'), await results('?limit=4&page=2')];
    expect([first.total_results, second.page, second.limit]).toEqual([6, 2, 4]);
    expect([...first.results, ...second.results]).toEqual(rows);
  });

  test('can be narrowed by result and by side', async () => {
    expect((await results('?result=review_required')).total_results).toBe(5);
    expect((await results('?result=no_match&side=pos')).results).toEqual([rows[5]]);
    expect((await results('?result=no_match&side=reward')).total_results).toBe(0);
  });

  test.each([
    '?page=0',
    '?limit=1001',
    '?limit=2.5',
    '?result=maybe',
    '?side=left',
    '?page=1&page=2',
  ])('are not asked for with %s', async (query) => {
    const path = `/reconcile/jobs/${jobId}/results${query}`;
    await app.http.get(path).set(spa.members.viewer.authorization).expect(422);
  });
});

describe('a search', () => {
  const search = async (request: object): Promise<JobResultsWire> => {
    const path = `/reconcile/jobs/${jobId}/results/search`;
    const answer = app.http.post(path).set(spa.members.viewer.authorization).send(request);
    return (await answer.expect(200)).body;
  };

  test.each([
    ['the surname of the patient, in any case', 'JOHNson'],
    ['the full name, surname first', 'Johnson, Sarah'],
    ['the id of the reward', 'R001'],
    ['the digits of a phone number', '5551234567'],
    ['the e-mail address, in any case', 'Sarah.johnson@example.com'],
  ])('finds a reward by %s', async (_what, q) => {
    const { results: found, total_results } = await search({ q });
    expect(total_results).toBe(1);
    expect(found).toEqual([rows[0]]);
  });

  test.each([
    'sarah JOHN',
    'Sarah',
    '4567',
    'sarah.johnson@em',
  ])('finds nothing by a part of who the patient is: %s', async (q) =>
    expect((await search({ q })).total_results).toBe(0));

  test('takes what people type literally', async () => {
    expect((await search({ q: '%' })).total_results).toBe(0);
    expect((await search({ q: "' OR 1=1--" })).total_results).toBe(0);
    expect((await search({ q: '\\' })).total_results).toBe(0);
  });

  test('for what no text can hold is refused', async () => {
    const path = `/reconcile/jobs/${jobId}/results/search`;
    const answer = app.http.post(path).set(spa.members.viewer.authorization).send({ q: 'a\0b' });
    expect((await answer.expect(422)).body.code).toBe('request.invalid');
  });

  test('can be narrowed and paged', async () => {
    expect((await search({ q: '2024', side: 'pos' })).total_results).toBe(0);
    const everyone = await search({ q: 'a', limit: 2, page: 2 });
    expect(everyone.results).toHaveLength(2);
  });
});
