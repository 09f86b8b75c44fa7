// Four eyes: who proposes a write-off does not approve it, and nothing is written off before somebody else has.
import type { JobResultsWire } from '@medspasync/schemas';
import { app, as, type Member, run, runOver, setUpReconciledSpa } from '../../../testing/reconciled-spa.ts';

const BOOKS = {
  reward_transactions: [
    { transaction_id: 'R-1', customer_name: 'Ana Reyes', amount: 40, date: '2026-03-02', program: 'alle' },
    { transaction_id: 'R-2', customer_name: 'Ben Okafor', amount: 60, date: '2026-03-05', program: 'alle' },
  ],
  pos_transactions: [
    { transaction_id: 'P-1', customer_name: 'Zed Quill', amount: 999, date: '2025-01-02', program: 'evolus' },
  ],
  threshold: 1,
};
const WRITE_OFF = { verdict: 'written_off', reason: 'expired', note: 'Its certificate ran out.' };

setUpReconciledSpa(BOOKS);

const propose = (id: string, role: Member = 'reviewer') =>
  app.http.post(run.pathOf(id)).set(as(role)).send(WRITE_OFF);
const approve = (id: string, role: Member = 'manager') =>
  app.http.post(run.pathOf(id, 'decision/approval')).set(as(role));
const results = async (): Promise<JobResultsWire> =>
  (await app.http.get(`/reconcile/jobs/${run.jobId}/results`).set(as('viewer')).expect(200)).body;
const allow = (dollars: number) =>
  app.http
    .patch('/organizations/current')
    .set(as('admin'))
    .send({ write_off_approval_above: dollars })
    .expect(200);

test('a proposed write-off leaves everything open until a second person approves it', async () => {
  const { body: proposed } = await propose('R-1').expect(200);
  expect(proposed).toMatchObject({
    state: 'MISSING',
    dollars_at_stake: 40,
    decision: {
      verdict: 'written_off',
      approval: { status: 'pending', approved_by: null, approved_at: null },
    },
  });
  expect((await results()).summary).toMatchObject({
    written_off: 0,
    written_off_amount: 0,
    awaiting_approval: 1,
    awaiting_approval_amount: 40,
  });
  const { body: approved } = await approve('R-1').expect(200);
  expect(approved).toMatchObject({
    state: null,
    dollars_at_stake: 0,
    decision: { approval: { status: 'approved', approved_by: 'The manager' } },
  });
  expect((await results()).summary).toMatchObject({
    written_off: 1,
    written_off_amount: 40,
    awaiting_approval: 0,
  });
});

test('nobody approves a write-off of their own, whatever the role', async () => {
  await propose('R-1', 'admin').expect(200);
  expect((await approve('R-1', 'admin').expect(403)).body.code).toBe('write_off.own');
  expect((await results()).summary.written_off).toBe(0);
  await approve('R-1', 'manager').expect(200);
});

test('of twenty who approve one write-off at once, exactly one does; the others learn who it was', async () => {
  await propose('R-1').expect(200);
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, turn) => approve('R-1', turn % 2 === 0 ? 'manager' : 'admin')),
  );
  expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
  const others = answers.filter(({ status }) => status !== 200);
  expect(others.every(({ status, body }) => status === 409 && body.code === 'write_off.not_pending')).toBe(
    true,
  );
  expect(others[0]!.body.detail).toMatch(/^Approved by The (manager|admin) at /);
});

test('the same approval sent again under its key approves nothing again, and gets the same answer', async () => {
  await propose('R-1').expect(200);
  const key = { 'Idempotency-Key': 'approve-once' };
  const { body: first } = await approve('R-1').set(key).expect(200);
  const { body: again } = await approve('R-1').set(key).expect(200);
  expect(again).toEqual(first);
});

test('a key that approved one proposal does not approve, nor answer for, the next', async () => {
  const { body: first } = await propose('R-1').expect(200);
  const key = { 'Idempotency-Key': 'approve-this' };
  const approveThe = ({ decision }: typeof first) =>
    approve('R-1').query({ decision_id: decision.decision_id }).set(key);
  await approveThe(first).expect(200);
  await app.http.delete(run.pathOf('R-1')).set(as('manager')).expect(200);
  const { body: second } = await propose('R-1').expect(200);
  expect((await approveThe(second).expect(422)).body.code).toBe('idempotency.key-reused');
});

test('who proposed it can withdraw it, who may approve can refuse it, nobody else takes it back', async () => {
  await propose('R-1', 'manager').expect(200);
  expect((await app.http.delete(run.pathOf('R-1')).set(as('reviewer')).expect(403)).body.code).toBe(
    'decision.not_yours',
  );
  await app.http.delete(run.pathOf('R-1')).set(as('manager')).expect(200);
  await propose('R-1', 'reviewer').expect(200);
  await app.http.delete(run.pathOf('R-1')).set(as('admin')).expect(200);
  expect((await approve('R-1').expect(409)).body.code).toBe('write_off.not_pending');
});

test('up to the organization’s amount one person is enough', async () => {
  await allow(40);
  expect((await propose('R-1').expect(200)).body.decision.approval).toBeNull();
  expect((await propose('R-2').expect(200)).body.decision.approval.status).toBe('pending');
  expect((await approve('R-1').expect(409)).body.code).toBe('write_off.not_pending');
});

test('an amount that is raised later approves nothing that was proposed before', async () => {
  await propose('R-1').expect(200);
  await allow(1000);
  expect((await results()).summary).toMatchObject({ written_off: 0, awaiting_approval: 1 });
});

test('pairing a reward with a sale of less gives up the difference, which takes a second person too', async () => {
  const sale = {
    transaction_id: 'P-2',
    customer_name: 'Moe Lund',
    amount: 1,
    date: '2026-03-03',
    program: 'alle',
  };
  await runOver({ ...BOOKS, pos_transactions: [...BOOKS.pos_transactions, sale] });
  const pair = {
    verdict: 're_paired',
    pos_result_id: run.rowOf('P-2').result_id,
    note: 'The till had no more.',
  };
  const decide = (id: string) => app.http.post(run.pathOf(id)).set(as('reviewer')).send(pair);
  await allow(50);
  const { body: proposed } = await decide('R-2').expect(200);
  expect(proposed).toMatchObject({
    state: 'MISMATCHED',
    dollars_at_stake: 59,
    decision: { verdict: 're_paired', difference: -59, approval: { status: 'pending' } },
  });
  expect((await results()).summary).toMatchObject({
    matches_found: 0,
    awaiting_approval: 1,
    awaiting_approval_amount: 59,
  });
  expect((await decide('R-1').expect(409)).body.code).toBe('decision.pos_taken');
  const { body: listed } = await app.http.get('/reconcile/write-offs').set(as('manager')).expect(200);
  expect(listed).toMatchObject({
    amount: 59,
    write_offs: [{ verdict: 're_paired', reason: null, amount: 59 }],
  });
  const { body: approved } = await approve('R-2').expect(200);
  expect(approved).toMatchObject({ state: null, decision: { approval: { approved_by: 'The manager' } } });
  expect((await results()).summary).toMatchObject({ matches_found: 1, matched_amount: 60 });
  await app.http.delete(run.pathOf('R-2')).set(as('reviewer')).expect(200);
  expect((await decide('R-1').expect(200)).body.decision.approval).toBeNull();
});

test('what waits for approval is listed over all jobs, with whose it is', async () => {
  await propose('R-1').expect(200);
  await propose('R-2', 'manager').expect(200);
  const { body } = await app.http.get('/reconcile/write-offs').set(as('manager')).expect(200);
  expect(body).toMatchObject({ total: 2, amount: 100 });
  expect(body.write_offs).toMatchObject([
    {
      job_id: run.jobId,
      amount: 40,
      program: 'alle',
      happened_on: '2026-03-02',
      reason: 'expired',
      note: 'Its certificate ran out.',
      proposed_by: 'The reviewer',
      is_own: false,
    },
    { amount: 60, proposed_by: 'The manager', is_own: true },
  ]);
});

test('an exported file tells a proposed write-off as what it is: undecided', async () => {
  await propose('R-1').expect(200);
  const exported = { job_id: run.jobId, format: 'json' };
  const { body } = await app.http.post('/export').set(as('viewer')).send(exported).expect(200);
  expect(body[0]).toMatchObject({ reward_id: 'R-1', state: 'MISSING', dollars_at_stake: 40 });
  expect(body[0].reason).not.toMatch(/Written off/);
});

test('proposal, approval and withdrawal are in the audit log', async () => {
  await propose('R-1').expect(200);
  await approve('R-1').expect(200);
  await propose('R-2').expect(200);
  await app.http.delete(run.pathOf('R-2')).set(as('reviewer')).expect(200);
  const { body } = await app.http.get('/audit?limit=50').set(as('admin')).expect(200);
  const actions = body.events.map(({ action }: { action: string }) => action);
  expect(actions).toEqual(expect.arrayContaining(['decision.made', 'write_off.approved', 'decision.undone']));
});

test('a proposal that later jobs carry is listed once, in the latest, and not any more once it is withdrawn there', async () => {
  await propose('R-1').expect(200);
  await propose('R-2').expect(200);
  const listed = async () =>
    (await app.http.get('/reconcile/write-offs').set(as('manager')).expect(200)).body;
  await runOver(BOOKS);
  const { amount, total, write_offs: proposed } = await listed();
  expect([total, amount, proposed.map(({ job_id }: { job_id: string }) => job_id)]).toEqual([
    2,
    100,
    [run.jobId, run.jobId],
  ]);
  await app.http.delete(run.pathOf('R-1')).set(as('reviewer')).expect(200);
  await approve('R-2').expect(200);
  expect(await listed()).toMatchObject({ total: 0, amount: 0, write_offs: [] });
});
