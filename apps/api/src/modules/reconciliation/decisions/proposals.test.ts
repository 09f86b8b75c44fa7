// A pair that waits for its second person has decided nothing yet: no file and no other reward may take it for a decision.
import { currentEntityManager } from '../../../platform/database/index.ts';
import { reconcileToEnd, untilSomebodyWaits } from '../../../testing/index.ts';
import { app, as, run, runOver, setUpReconciledSpa, spa } from '../../../testing/reconciled-spa.ts';
import { ClaimsRepository } from '../sales/claims.repository.ts';

const ana = { customer_name: 'Ana Reyes', customer_phone: '5550100001', date: '2026-03-02', program: 'alle' };
const BOOKS = {
  reward_transactions: [
    { ...ana, transaction_id: 'R-1', amount: 40 },
    { transaction_id: 'R-2', customer_name: 'Ben Okafor', amount: 40, date: '2026-03-05', program: 'alle' },
  ],
  pos_transactions: [
    { ...ana, transaction_id: 'P-1', amount: 40 },
    { transaction_id: 'P-2', customer_name: 'Moe Lund', amount: 1, date: '2026-03-20', program: 'alle' },
    { transaction_id: 'P-3', customer_name: 'Ida Kern', amount: 30, date: '2026-02-20', program: 'alle' },
    {
      transaction_id: 'P-4',
      customer_name: 'Uma Roy',
      amount: 10,
      date: '2026-02-21',
      program: 'alle',
      type: 'refund',
    },
  ],
};
const SHORT = { verdict: 're_paired', note: 'The till had no more.' };

setUpReconciledSpa(BOOKS);

const idOf = (id: string): string => run.rowOf(id).result_id;
const decide = (id: string, decision: object) =>
  app.http.post(run.pathOf(id)).set(as('reviewer')).send(decision);
const proposeShortPair = () => decide('R-1', { ...SHORT, pos_result_id: idOf('P-2') }).expect(200);
const exported = async (): Promise<{ reward_id: string | null; pos_ids: string[]; result: string }[]> =>
  (await app.http.post('/export').set(as('viewer')).send({ job_id: run.jobId, format: 'json' }).expect(200))
    .body;

test('an exported file has every sale once while another pair waits for approval', async () => {
  const before = await exported();
  await proposeShortPair();
  const saleOf = (file: Awaited<ReturnType<typeof exported>>) =>
    file.map(({ pos_ids, result, reward_id }) => [reward_id, pos_ids, result]);
  expect(saleOf(await exported())).toEqual(saleOf(before));
});

test('an exported file has every sale once while the write-off of a match waits for approval', async () => {
  await decide('R-1', { verdict: 'written_off', reason: 'expired', note: 'Too late.' }).expect(200);
  const sales = (await exported()).flatMap(({ pos_ids }) => pos_ids);
  expect(sales.sort()).toEqual(['P-1', 'P-2', 'P-3', 'P-4']);
});

test('the sale a run has matched goes to nobody else while another pair for its reward waits for approval', async () => {
  await proposeShortPair();
  const { body } = await decide('R-2', { ...SHORT, pos_result_id: idOf('R-1') });
  expect(body.code).toBe('decision.pos_taken');
});

test('a refund is no sale that a reward is split over or paired with', async () => {
  const split = { verdict: 're_paired', pos_result_ids: [idOf('P-3'), idOf('P-4')] };
  const { body } = await decide('R-2', split).expect(409);
  expect(body).toMatchObject({
    code: 'decision.nothing_to_decide',
    detail: 'A refund or a void pays for no reward.',
  });
});

test('a model learns nothing from a pair that waits for approval', async () => {
  await proposeShortPair();
  const { body } = await app.http
    .post('/model/train')
    .set(as('admin'))
    .send({ training_data: [], include_decisions: true })
    .expect(422);
  expect(body.errors).toEqual([{ field: 'training_data', message: 'must be at least 10; there are 0' }]);
});

test('a pair that waits for approval says nothing yet of how good the model is', async () => {
  await proposeShortPair();
  const { body } = await app.http.get('/model/metrics').set(as('viewer')).expect(200);
  expect(body.live).toMatchObject({ reviewed: 0, by_version: [{ auto_approved: { pairs: 1, right: 1 } }] });
});

test('a proposal that was withdrawn and made anew is neither approved nor refused by who saw the first', async () => {
  const { body: first } = await proposeShortPair();
  await app.http.delete(run.pathOf('R-1')).set(as('reviewer')).expect(200);
  const { body: second } = await decide('R-1', {
    verdict: 'written_off',
    reason: 'expired',
    note: 'Too late.',
  }).expect(200);
  const seen = ({ decision }: typeof first) => ({ decision_id: decision.decision_id });
  const approve = (query: object) =>
    app.http.post(run.pathOf('R-1', 'decision/approval')).query(query).set(as('manager'));
  const refuse = (query: object) => app.http.delete(run.pathOf('R-1')).query(query).set(as('manager'));
  for (const answer of [approve(seen(first)), refuse(seen(first))]) {
    const { body } = await answer.expect(409).expect('content-type', /problem\+json/);
    expect(body.code).toBe('decision.taken');
    expect(body.detail).toMatch(/^Written off by The reviewer at /);
  }
  const { body: listed } = await app.http.get('/reconcile/write-offs').set(as('manager')).expect(200);
  expect(listed.write_offs).toMatchObject([seen(second)]);
  const { body: approved } = await approve(seen(second)).expect(200);
  expect(approved.decision).toMatchObject({ ...seen(second), approval: { status: 'approved' } });
});

test('approving a pair whose sale is less than the reward takes a second person, as pairing it by hand does', async () => {
  const sale = { ...BOOKS.pos_transactions[0]!, amount: 25 };
  await runOver({ ...BOOKS, pos_transactions: [sale], threshold: 1 });
  expect(run.rowOf('R-1').pos_transaction?.amount).toBe(25);
  const { body: proposed } = await decide('R-1', { verdict: 'approved' }).expect(200);
  expect(proposed).toMatchObject({
    state: 'MISMATCHED',
    dollars_at_stake: 15,
    decision: { verdict: 'approved', approval: { status: 'pending' } },
  });
  const { body: listed } = await app.http.get('/reconcile/write-offs').set(as('manager')).expect(200);
  expect(listed).toMatchObject({ amount: 15, write_offs: [{ verdict: 'approved', amount: 15 }] });
  expect((await exported()).map(({ result }) => result)).not.toContain('match');
  const approval = app.http.post(run.pathOf('R-1', 'decision/approval'));
  expect((await approval.set(as('manager')).expect(200)).body).toMatchObject({ state: null });
  expect((await exported())[0]).toMatchObject({ reward_id: 'R-1', result: 'match' });
});

test('an approval waits for a run that ends, and is refused where that run has the row by now', async () => {
  await proposeShortPair();
  const { jobId: later } = await reconcileToEnd(app, spa, BOOKS);
  const { withinOrganization } = app.platform.database;
  const setStatus = (status: string) =>
    currentEntityManager().query('UPDATE jobs SET status = $1 WHERE id = $2', [status, later]);
  await withinOrganization(spa.organizationId, () => setStatus('processing'));
  const { approval } = await withinOrganization(spa.organizationId, async () => {
    await new ClaimsRepository().hold();
    const approval = app.http
      .post(run.pathOf('R-1', 'decision/approval'))
      .set(as('manager'))
      .then(({ body, status }) => [status, body.code]);
    await Promise.race([approval, untilSomebodyWaits()]);
    await setStatus('completed');
    return { approval };
  });
  expect(await approval).toEqual([409, 'decision.superseded']);
});
