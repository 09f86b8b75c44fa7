// A reward of an open month that has a sale of a closed one: whatever is said of the reward, the month stays as it was closed.
import { type FinishedRun, reconcileToEnd } from '../../testing/index.ts';
import { app, as, BOOKS, closeAll, preview, setUpMarch, spa, WRITE_OFF } from './testing/march.ts';

setUpMarch();

const ANA = {
  customer_name: 'Ana Reyes',
  customer_phone: '5550100001',
  amount: 40,
  program: 'alle',
  location: 'Quay',
  reference: 'C-77123',
};
const SALE = { ...ANA, transaction_id: 'S-9', date: '2026-03-31' };
let april: FinishedRun;
beforeEach(async () => {
  // Its own row: an earlier run had left it open.
  await reconcileToEnd(app, spa, { ...BOOKS, pos_transactions: [SALE] });
  april = await reconcileToEnd(app, spa, {
    reward_transactions: [{ ...ANA, transaction_id: 'R-9', date: '2026-04-01' }],
    pos_transactions: [SALE],
  });
  expect(april.rowOf('R-9').result).toBe('match');
});

const decide = (body: object) => app.http.post(april.pathOf('R-9')).set(as('reviewer')).send(body);
/** Closes March; `say` is refused, and March is as it was. */
const refusedOnceClosed = async (say: () => PromiseLike<{ body: { code?: string } }>) => {
  await closeAll({ month: '2026-03' });
  const { figures } = await preview();
  expect((await say()).body.code).toBe('period.closed');
  expect((await preview()).figures).toEqual(figures);
};

test('the pair is not rejected', () => refusedOnceClosed(() => decide({ verdict: 'rejected' })));

test('the pair is not put back where it was rejected before', async () => {
  await decide({ verdict: 'rejected' }).expect(200);
  await refusedOnceClosed(() => app.http.delete(april.pathOf('R-9')).set(as('reviewer')));
});

test('a write-off that was proposed before is not approved', async () => {
  await decide(WRITE_OFF).expect(200);
  await refusedOnceClosed(() => app.http.post(april.pathOf('R-9', 'decision/approval')).set(as('manager')));
});

test('the run that found the pair is not undone', () =>
  refusedOnceClosed(() => app.http.post(`/reconcile/jobs/${april.jobId}/undo`).set(as('manager'))));

test('the pair is approved, which moves nothing', async () => {
  await closeAll({ month: '2026-03' });
  await decide({ verdict: 'approved' }).expect(200);
});
