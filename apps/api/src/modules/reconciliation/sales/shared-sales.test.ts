// One invoice, several rewards: of one run or of several, by hand or by the engine, they never take more of it than it can pay.
import type { ResultRowWire } from '@medspasync/schemas';
import { currentEntityManager } from '../../../platform/database/index.ts';
import {
  type FinishedRun,
  reconcileToEnd,
  startTestApp,
  type TestApp,
  type TestOrganization,
} from '../../../testing/index.ts';

let app: TestApp;
let spa: TestOrganization;
beforeAll(async () => {
  app = await startTestApp({ withWorker: true });
});
afterAll(() => app.close());
beforeEach(async () => {
  spa = await app.createOrganization();
});

const ANA = {
  customer_name: 'Ana Reyes',
  customer_phone: '5550100001',
  customer_email: 'ana@example.test',
  amount: 40,
  date: '2024-01-15',
  program: 'alle',
  service: 'Botox',
};
const FILLER = { ...ANA, service: 'Juvederm' };
const INVOICE = { ...ANA, transaction_id: 'P-1', amount: 100, service: 'Botox and Juvederm' };
/** Of nobody whose name is near. */
const STRANGER = {
  ...ANA,
  customer_name: 'Zed Quill',
  customer_phone: '5550100077',
  customer_email: 'zed@example.test',
  date: '2024-02-20',
  program: 'evolus',
  service: 'Jeuveau',
};
const PART = 'The reward is part of a larger invoice.';

const run = (rewards: readonly object[], threshold = 1, sales: readonly object[] = [INVOICE]) =>
  reconcileToEnd(app, spa, { reward_transactions: rewards, pos_transactions: sales, threshold });
const as = (role: 'reviewer' | 'manager' = 'reviewer') => spa.members[role].authorization;
const decide = (job: FinishedRun, id: string, decision: object) =>
  app.http.post(job.pathOf(id)).set(as()).send(decision);
const approve = (job: FinishedRun, id: string) => decide(job, id, { verdict: 'approved' });
const many = (job: FinishedRun, decisions: readonly object[]) =>
  app.http.post(`/reconcile/jobs/${job.jobId}/decisions`).set(as()).send({ decisions }).expect(200);
const idOf = (job: FinishedRun, id: string) => job.rowOf(id).result_id;
const shared = (job: FinishedRun, id: string) => ({
  verdict: 're_paired',
  pos_result_id: idOf(job, id),
  note: PART,
});
const undoRun = ({ jobId }: FinishedRun) =>
  app.http.post(`/reconcile/jobs/${jobId}/undo`).set(as('manager')).expect(200);

/** Two certificates of one visit, both of which the engine sees in the invoice. */
const TWO = [
  { ...ANA, transaction_id: 'R-1' },
  { ...FILLER, transaction_id: 'R-2' },
];
const OTHER = [{ ...ANA, transaction_id: 'R-9', program: 'aspire' }];

describe('an invoice of $100 that another run’s reward has $40 of', () => {
  let two: FinishedRun;
  beforeEach(async () => {
    const first = await run(OTHER);
    await approve(first, 'R-9').expect(200);
    two = await run(TWO);
    for (const id of ['R-1', 'R-2']) expect(two.rowOf(id).pos_transaction?.transaction_id).toBe('P-1');
  });

  test('pays one of two rewards of the next run, and the other is told what is left', async () => {
    await approve(two, 'R-1').expect(200);
    const { body } = await approve(two, 'R-2').expect(409);
    expect(body.code).toBe('decision.pos_taken');
    expect(body.detail).toMatch(
      /^The run of .+ gave it to another reward: \$20\.00 of its \$100\.00 is left\.$/,
    );
  });

  test('pays one of twenty approvals at once, one by one or many in a request', async () => {
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, turn) => approve(two, turn % 2 === 0 ? 'R-1' : 'R-2')),
    );
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    const codes = new Set(answers.filter(({ status }) => status !== 200).map(({ body }) => body.code));
    expect([...codes].sort()).toEqual(['decision.pos_taken', 'decision.taken']);
  });

  test('pays the first of both in one request', async () => {
    const { body } = await many(
      two,
      ['R-1', 'R-2'].map((id) => ({ result_id: idOf(two, id), decision: { verdict: 'approved' } })),
    );
    expect(
      body.rows.map(({ refusal }: { refusal: { code: string } | null }) => refusal?.code ?? null),
    ).toEqual([null, 'decision.pos_taken']);
  });
});

test('two matches of a run that overdraw an invoice another run has a part of both wait for a person', async () => {
  const alone = await run(TWO, 0.5);
  expect(TWO.map(({ transaction_id }) => alone.rowOf(transaction_id).result)).toEqual(['match', 'match']);
  spa = await app.createOrganization();
  await approve(await run(OTHER), 'R-9').expect(200);
  const two = await run(TWO, 0.5);
  for (const { transaction_id } of TWO)
    expect(two.rowOf(transaction_id)).toMatchObject({
      result: 'review_required',
      reason_codes: expect.arrayContaining(['DUPLICATE_REDEMPTION']),
    });
});

test('a run over the same rewards keeps what it matched, though the earlier run has both on the invoice', async () => {
  await run(TWO, 0.5);
  const again = await run(TWO, 0.5);
  expect(TWO.map(({ transaction_id }) => again.rowOf(transaction_id).result)).toEqual(['match', 'match']);
});

test('whatever twenty people do at once in two runs, the pairs that stand never have more of an invoice than it is worth', async () => {
  const runs = [
    await run(OTHER, 0.5),
    await run([...TWO, { ...STRANGER, transaction_id: 'R-3', amount: 60 }], 0.5),
  ];
  const rows = runs.flatMap((job) =>
    job.rows.flatMap(({ reward_transaction: reward }) =>
      reward ? [{ job, id: reward.transaction_id! }] : [],
    ),
  );
  const act = (turn: number) => {
    const { id, job } = rows[turn % rows.length]!;
    const kind = Math.floor(turn / rows.length) % 4;
    if (kind === 0) return approve(job, id);
    if (kind === 1) return decide(job, id, { verdict: 'rejected' });
    if (kind === 2) return app.http.delete(job.pathOf(id)).set(as());
    const others = job.rows.filter(
      ({ pos_transaction, result_id }) => pos_transaction && result_id !== idOf(job, id),
    );
    const pos_result_id = (others[turn % others.length] ?? job.rowOf(id)).result_id;
    return decide(job, id, { verdict: 're_paired', pos_result_id, note: PART });
  };
  for (let wave = 0; wave < 3; wave += 1) {
    const answers = await Promise.all(Array.from({ length: 20 }, (_, turn) => act(wave * 7 + turn)));
    expect(answers.filter(({ status }) => status !== 200 && status !== 409)).toEqual([]);
    expect(answers.some(({ status }) => status === 200)).toBe(true);
    const now = await Promise.all(
      runs.map(({ jobId }) =>
        app.http.get(`/reconcile/jobs/${jobId}/results?side=reward`).set(as()).expect(200),
      ),
    );
    const standing = now
      .flatMap(({ body }) => body.results as ResultRowWire[])
      .filter(({ decision, result }) =>
        decision ? ['approved', 're_paired'].includes(decision.verdict) : result === 'match',
      );
    const dollars = standing.reduce((sum, { reward_transaction: reward }) => sum + reward!.amount, 0);
    expect(dollars).toBeLessThanOrEqual(INVOICE.amount);
  }
});

describe('by hand', () => {
  const REWARDS = [
    { ...ANA, transaction_id: 'R-1' },
    { ...STRANGER, transaction_id: 'R-2', amount: 60 },
    { ...STRANGER, transaction_id: 'R-3', amount: 60.01, date: '2024-03-25' },
  ];

  test('a reward gets the rest of an invoice another reward of its run has a part of, to the cent', async () => {
    const job = await run(REWARDS);
    expect(job.rowOf('R-1').sale_share).toEqual({ other_rewards: 0, other_amount: 0, left: 100 });
    const { body: approved } = await approve(job, 'R-1').expect(200);
    expect(approved.sale_share).toEqual({ other_rewards: 0, other_amount: 0, left: 60 });
    const { body: refused } = await decide(job, 'R-3', shared(job, 'R-1')).expect(409);
    expect(refused).toMatchObject({
      code: 'decision.pos_taken',
      detail: 'Another reward of this run has it: $60.00 of its $100.00 is left.',
    });
    const { body } = await decide(job, 'R-2', shared(job, 'R-1')).expect(200);
    expect(body.decision).toMatchObject({ pos_transactions: [{ transaction_id: 'P-1' }], difference: 40 });
    const { body: listed } = await app.http
      .get(`/reconcile/jobs/${job.jobId}/results?side=reward`)
      .set(as())
      .expect(200);
    expect(listed.results.map(({ sale_share }: { sale_share: object | null }) => sale_share)).toEqual([
      { other_rewards: 1, other_amount: 60, left: 0 },
      { other_rewards: 1, other_amount: 40, left: 0 },
      null,
    ]);
    const { body: exported } = await app.http
      .post('/export')
      .set(as('manager'))
      .send({ job_id: job.jobId, format: 'json' })
      .expect(200);
    expect(
      exported.map(({ pos_ids, result, reward_id }: Record<string, unknown>) => [reward_id, pos_ids, result]),
    ).toEqual([
      ['R-1', ['P-1'], 'match'],
      ['R-2', ['P-1'], 'match'],
      ['R-3', [], 'no_match'],
    ]);
    const again = await run(REWARDS);
    expect(again.rowOf('R-2').decision).toMatchObject({
      verdict: 're_paired',
      carried_from_job_id: job.jobId,
    });
    expect(again.rowOf('R-1').decision).toMatchObject({ verdict: 'approved' });
  });

  test('what a reward that shares gives up is free for another', async () => {
    const job = await run(REWARDS);
    await approve(job, 'R-1').expect(200);
    await decide(job, 'R-2', shared(job, 'R-1')).expect(200);
    await decide(job, 'R-3', shared(job, 'R-1')).expect(409);
    await app.http.delete(job.pathOf('R-1')).set(as()).expect(200);
    await app.http.delete(job.pathOf('R-2')).set(as()).expect(200);
    await decide(job, 'R-3', shared(job, 'R-1')).expect(200);
    expect((await approve(job, 'R-1').expect(409)).body.detail).toBe(
      'Another reward of this run has it: $39.99 of its $100.00 is left.',
    );
  });

  test('a reward is not paired anew with the sale it has, whichever row names it', async () => {
    const job = await run(TWO);
    const { body } = await decide(job, 'R-1', shared(job, 'R-2')).expect(409);
    expect(body).toMatchObject({
      code: 'decision.nothing_to_decide',
      detail: 'Choose a row that has another POS transaction.',
    });
  });
});

test('an approval is not carried into a run once another run’s reward has the sale: the row says so', async () => {
  const sale = { ...ANA, transaction_id: 'P-1' };
  const rewards = [{ ...ANA, transaction_id: 'R-1' }];
  const first = await run(rewards, 1, [sale]);
  await approve(first, 'R-1').expect(200);
  const second = await run(rewards, 1, [sale]);
  await undoRun(second);
  const other = await run(OTHER, 1, [sale]);
  await approve(other, 'R-9').expect(200);
  const third = await run(rewards, 1, [sale]);
  expect(third.rowOf('R-1')).toMatchObject({
    result: 'review_required',
    decision: null,
    earlier_decision: {
      job_id: first.jobId,
      verdict: 'approved',
      why: 'sale_taken',
      remark: 'Another reward has its sale now.',
    },
  });
  const claimed = await app.platform.database.withinOrganization(spa.organizationId, () =>
    currentEntityManager().query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM decisions WHERE undone_at IS NULL AND job_id = ANY ($1)`,
      [[third.jobId, other.jobId]],
    ),
  );
  expect(claimed[0]!.n).toBe(1);
});
