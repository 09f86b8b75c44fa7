// Many decisions in one request: each row stands or falls by itself, and all of it happens once.
import { randomUUID } from 'node:crypto';
import { type ManyDecidedWire, type ResultRowWire, transactionToWire } from '@medspasync/schemas';
import { briefSample } from '@medspasync/test-kit';
import { currentEntityManager } from '../../../platform/database/index.ts';
import { reconcileToEnd, startTestApp, type TestApp, type TestOrganization } from '../../../testing/index.ts';

const sample = briefSample();

let app: TestApp;
let spa: TestOrganization;
let jobId: string;
let rows: ResultRowWire[];
beforeAll(async () => {
  app = await startTestApp({ withWorker: true });
  spa = await app.createOrganization();
  ({ jobId, rows } = await reconcileToEnd(app, spa, {
    reward_transactions: sample.rewards.map(transactionToWire),
    pos_transactions: sample.pos.map(transactionToWire),
    // Nothing is this certain, so that every pair waits for a person.
    threshold: 1,
  }));
});
afterAll(() => app.close());
afterEach(async () => {
  await many(rows.map(({ result_id }) => ({ result_id, decision: null }))).expect(200);
});

const APPROVED = { verdict: 'approved' };
type Entry = { result_id: string; decision: object | null; decision_id?: string | undefined };
const many = (decisions: readonly Entry[], key: string = randomUUID(), job = jobId) =>
  app.http
    .post(`/reconcile/jobs/${job}/decisions`)
    .set(spa.members.reviewer.authorization)
    .set('Idempotency-Key', key)
    .send({ decisions });
const approvals = (from = 0, to = 5): Entry[] =>
  rows.slice(from, to).map(({ result_id }) => ({ result_id, decision: APPROVED }));
const alone = (result_id: string, decision: object) =>
  app.http
    .post(`/reconcile/jobs/${jobId}/results/${result_id}/decision`)
    .set(spa.members.admin.authorization)
    .send(decision);
const summary = async () =>
  (await app.http.get(`/reconcile/jobs/${jobId}/results`).set(spa.members.viewer.authorization)).body.summary;
const events = (action: string): Promise<{ n: number }[]> =>
  app.platform.database.withinOrganization(spa.organizationId, () =>
    currentEntityManager().query('SELECT count(*)::int AS n FROM audit_events WHERE action = $1', [action]),
  );
/** That the database has been asked so far. */
async function statements(): Promise<number> {
  const { values } = await app.platform.metrics.querySeconds.get();
  return values.find(({ metricName }) => metricName?.endsWith('_count'))!.value;
}
const codesOf = ({ rows: told }: ManyDecidedWire) => told.map(({ refusal }) => refusal?.code ?? null);

test('every row is decided, in the order of the request, each with its own event', async () => {
  const [before] = await events('decision.made');
  const { body } = await many(approvals()).expect(200);
  expect(body).toMatchObject({ decided: 5, refused: 0 });
  expect(body.rows.map((row: { result_id: string }) => row.result_id)).toEqual(
    approvals().map(({ result_id }) => result_id),
  );
  expect(body.rows[0].decision).toMatchObject({ verdict: 'approved', decided_by: 'The reviewer' });
  expect(await summary()).toMatchObject({ matches_found: 5, pending_reviews: 0 });
  const [after] = await events('decision.made');
  expect(after!.n - before!.n).toBe(5);
});

test('what one row is refused for is told, leaves no event, and the others stand', async () => {
  await alone(rows[1]!.result_id, { verdict: 'rejected' }).expect(200);
  const [before] = await events('decision.made');
  const unclaimed = rows[5]!.result_id;
  const { body } = await many([
    ...approvals(0, 3),
    { result_id: unclaimed, decision: APPROVED },
    { result_id: randomUUID(), decision: APPROVED },
  ]).expect(200);
  expect(codesOf(body)).toEqual([
    null,
    'decision.taken',
    null,
    'decision.nothing_to_decide',
    'resource.not-found',
  ]);
  expect(body.rows[1].refusal).toMatchObject({
    status: 409,
    detail: expect.stringMatching(/^Rejected by The admin at /),
  });
  expect(body).toMatchObject({ decided: 2, refused: 3 });
  const [after] = await events('decision.made');
  expect(after!.n - before!.n).toBe(2);
  const { body: chain } = await app.http
    .get('/audit/verify')
    .set(spa.members.admin.authorization)
    .expect(200);
  expect(chain.findings).toEqual([]);
});

test('what a row began before it was refused is taken back with it', async () => {
  const names = { verdict: 'approved', remember: 'alias' };
  const { body } = await many([{ result_id: rows[0]!.result_id, decision: names }]).expect(200);
  expect(codesOf(body)).toEqual(['alias.nothing_to_remember']);
  expect(await summary()).toMatchObject({ matches_found: 0, pending_reviews: 5 });
});

test('a decision that is not the one on the screen any more is not taken back', async () => {
  const { body: first } = await many(approvals(0, 2)).expect(200);
  const [one, other] = first.rows as ManyDecidedWire['rows'];
  const { body } = await many([
    { result_id: one!.result_id, decision: null, decision_id: one!.decision!.decision_id },
    { result_id: other!.result_id, decision: null, decision_id: one!.decision!.decision_id },
  ]).expect(200);
  expect(codesOf(body)).toEqual([null, 'decision.taken']);
  expect(await summary()).toMatchObject({ matches_found: 1 });
});

test('a sale that one row gives up is free for the rows after it, and for none before', async () => {
  const [one, other] = rows.map(({ result_id }) => result_id) as [string, string];
  const anew = { verdict: 're_paired', pos_result_id: other, note: 'The other visit' };
  const approved = { result_id: other, decision: APPROVED };
  const { body: first } = await many([{ result_id: one, decision: anew }, approved]).expect(200);
  expect(codesOf(first)).toEqual([null, 'decision.pos_taken']);

  const { body: before } = await many([approved, { result_id: one, decision: null }]).expect(200);
  expect(codesOf(before)).toEqual(['decision.pos_taken', null]);
  await many([{ result_id: one, decision: anew }]).expect(200);
  const { body: after } = await many([{ result_id: one, decision: null }, approved]).expect(200);
  expect(codesOf(after)).toEqual([null, null]);
});

test('five rows ask no more of the database than two', async () => {
  const statementsOf = async (decisions: readonly Entry[]): Promise<number> => {
    const before = await statements();
    const { body } = await many(decisions).expect(200);
    expect(body.refused).toBe(0);
    return (await statements()) - before;
  };
  const ofTwo = await statementsOf(approvals(0, 2));
  await many(approvals(0, 2).map((entry) => ({ ...entry, decision: null }))).expect(200);
  expect(await statementsOf(approvals())).toBe(ofTwo);
});

test('sent again under its key, nothing is decided again and the answer is the same', async () => {
  const key = randomUUID();
  const { body: first } = await many(approvals(), key).expect(200);
  const again = await many(approvals(), key).expect(200);
  expect(again.headers['idempotency-replayed']).toBe('true');
  expect(again.body).toEqual(first);
});

test('of ten that decide the same rows at once, each row is decided by exactly one', async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, () => many(approvals())));
  const told = answers.map(({ body }) => body as ManyDecidedWire);
  expect(told.reduce((sum, { decided }) => sum + decided, 0)).toBe(5);
  expect(new Set(told.flatMap(codesOf))).toEqual(new Set([null, 'decision.taken']));
});

test('a row named twice is refused with its place, and a job of nobody’s is not found', async () => {
  const [row] = approvals(0, 1);
  const { body } = await many([row!, row!]).expect(422);
  expect(body.errors).toEqual([{ field: 'decisions[1].result_id', message: 'is decided twice' }]);
  await many([row!], randomUUID(), randomUUID()).expect(404);
});
