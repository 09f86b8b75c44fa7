// A run leaves a closed month as it was closed, and says what it left out.
import type { JobWire, ResultRowWire } from '@medspasync/schemas';
import { reconcileToEnd } from '../../testing/index.ts';
import { app, as, BOOKS, closeAll, preview, reward, setUpMarch, spa } from './testing/march.ts';

setUpMarch();

describe('a run over files that have rows of a closed month', () => {
  const SALE = { customer_phone: '5550100001', customer_name: 'Dora Lindqvist' };
  const again = (books: object) => reconcileToEnd(app, spa, { ...BOOKS, ...books });
  const own = ({ pos_transaction: pos, reward_transaction: own }: ResultRowWire) =>
    (own ?? pos)?.transaction_id;
  const jobOf = async (id: string) =>
    (await app.http.get(`/reconcile/jobs/${id}`).set(as('viewer')).expect(200)).body as JobWire;

  test('leaves them as they were closed, goes on with the others, and says what it left out', async () => {
    await closeAll({ month: '2026-03', program: 'alle' });
    const later = await again({});
    expect(later.rows.map(own).sort()).toEqual(['A-1', 'M-2', 'P-1']);
    expect((await jobOf(later.jobId)).left_out).toEqual([{ period: 'March 2026, Allē', rewards: 2, pos: 0 }]);
    expect((await preview('month=2026-03')).figures).toMatchObject({ rewards: 3, open: 3 });
  });

  test('gives no sale that a closed month has to a reward of an open one', async () => {
    const books = {
      reward_transactions: [reward('M-9', '2026-03-31', 75, SALE), reward('A-9', '2026-04-01', 75, SALE)],
      pos_transactions: [reward('S-9', '2026-03-31', 75, SALE)],
    };
    const first = await again(books);
    await app.http.post(first.pathOf('M-9')).set(as('reviewer')).send({ verdict: 'approved' }).expect(200);
    await closeAll({ month: '2026-03' });
    const { rows } = await again(books);
    expect(rows.map((row) => [own(row), row.pos_transaction])).toEqual([['A-9', null]]);
  });

  test('finds the sale of a closed month that nothing had claimed, for a redemption entered later', async () => {
    const sale = reward('S-9', '2026-03-31', 75, SALE);
    await again({ pos_transactions: [sale] });
    await closeAll({ month: '2026-03' });
    const later = await again({
      reward_transactions: [reward('A-9', '2026-04-02', 75, SALE)],
      pos_transactions: [sale, reward('S-8', '2026-04-09', 10)],
    });
    expect(later.rows.map((row) => [own(row), row.pos_transaction?.transaction_id])).toEqual([
      ['A-9', 'S-9'],
      ['S-8', 'S-8'],
    ]);
    expect((await jobOf(later.jobId)).left_out).toEqual([]);
  });

  test('names unreadable rows at their place among those that are left', async () => {
    const lines = [
      'X-1,Ana Reyes,40.00,2026-03-02',
      'X-2,Ben Okafor,n/a,2026-04-02',
      'X-3,Cy Low,9.00,2026-04-03',
    ];
    const file = ['transaction_id,customer_name,amount,date', ...lines].join('\n');
    const { body } = await app.http
      .post('/upload/reward-transactions')
      .set(as('reviewer'))
      .attach('file', Buffer.from(file), 'rewards.csv')
      .expect(200);
    await closeAll({ month: '2026-03' });
    const later = await again({ reward_transactions: undefined, reward_upload_id: body.upload_id });
    expect(later.rows.map((row) => row.unreadable?.transaction_id ?? own(row))).toEqual([
      'X-2',
      'X-3',
      'P-1',
    ]);
  });

  test('is refused when it has no reward of an open month, naming the months', async () => {
    await closeAll({ month: '2026-03', program: 'alle' });
    await closeAll({ month: '2026-03', program: 'evolus' });
    const [first, second] = BOOKS.reward_transactions;
    const { body } = await app.http
      .post('/reconcile/start')
      .set(as('manager'))
      .send({ ...BOOKS, reward_transactions: [first, second] })
      .expect(409);
    expect(body.code).toBe('period.closed');
    expect(body.detail).toContain('March 2026, Allē; March 2026, Evolus Rewards');
  });
});
