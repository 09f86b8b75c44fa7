// What is decided about a closed month stays decided, whoever asks and however close the call.
import type { ResultRowWire } from '@medspasync/schemas';
import { type FinishedRun, reconcileToEnd } from '../../testing/index.ts';
import {
  app,
  as,
  BOOKS,
  close,
  closeAll,
  preview,
  propose,
  reward,
  run,
  setUpMarch,
  spa,
  WRITE_OFF,
} from './testing/march.ts';

setUpMarch();

test('decisions in a closed month are refused, naming the month; those of other months are not', async () => {
  await propose('M-1').expect(200);
  await closeAll({ month: '2026-03' });
  const refused = [
    await propose('M-2'),
    await app.http.delete(run.pathOf('M-1')).set(as('reviewer')),
    await app.http.post(run.pathOf('M-1', 'decision/approval')).set(as('manager')),
    await app.http.post(`/reconcile/jobs/${run.jobId}/undo`).set(as('manager')),
  ];
  for (const { body, status } of refused) {
    expect([status, body.code]).toEqual([409, 'period.closed']);
    expect(body.detail).toBe('March 2026 is closed. Reopen it first.');
  }
  await propose('A-1').expect(200);
});

test('a sale of a closed month is neither given to a reward of another month nor taken from it', async () => {
  const sale = reward('S-1', '2026-03-28', 75, { customer_name: 'Dora Lindqvist' });
  const { transaction_id: _, ...other } = sale;
  const later = await reconcileToEnd(app, spa, {
    ...BOOKS,
    reward_transactions: [reward('A-1', '2026-04-01', 30), reward('A-2', '2026-04-02', 30)],
    pos_transactions: [sale, { ...other, transaction_id: 'S-2', date: '2026-03-29' }],
  });
  const pair = (id: string, saleId: string) =>
    app.http
      .post(later.pathOf(id))
      .set(as('reviewer'))
      .send({
        verdict: 're_paired',
        pos_result_id: later.rowOf(saleId).result_id,
        note: 'The rest was paid in cash.',
      });
  await pair('A-1', 'S-1').expect(200);
  await closeAll({ month: '2026-03' });
  expect((await pair('A-2', 'S-2').expect(409)).body.code).toBe('period.closed');
  const { body } = await app.http.delete(later.pathOf('A-1')).set(as('reviewer')).expect(409);
  expect(body.code).toBe('period.closed');
});

describe('a reward of April that a person split over a sale of March and one of April', () => {
  const zed = { customer_name: 'Zed Quill' };
  const books = (id: string, saleAmount: number, more: object[] = []) => ({
    ...BOOKS,
    reward_transactions: [reward(id, '2026-04-01', 100)],
    pos_transactions: [...more, reward('S-2', '2026-04-01', saleAmount, zed)],
  });
  const verdictIn = async (of: FinishedRun) => {
    const { body } = await app.http.get(`/reconcile/jobs/${of.jobId}/results`).set(as('viewer')).expect(200);
    return body.results.find((row: ResultRowWire) => row.reward_transaction !== null).decision?.verdict;
  };
  let split: FinishedRun;
  beforeEach(async () => {
    split = await reconcileToEnd(app, spa, books('A-9', 60, [reward('S-1', '2026-03-31', 40, zed)]));
    const ids = ['S-1', 'S-2'].map((id) => split.rowOf(id).result_id);
    await app.http
      .post(split.pathOf('A-9'))
      .set(as('reviewer'))
      .send({ verdict: 're_paired', pos_result_ids: ids })
      .expect(200);
  });

  test('keeps both when March is closed, though a file corrects that of April to less', async () => {
    await closeAll({ month: '2026-03' });
    const { figures } = await preview();
    await reconcileToEnd(app, spa, books('A-8', 50));
    expect((await preview()).figures).toEqual(figures);
    expect(await verdictIn(split)).toBe('re_paired');
  });

  test('that waits again when March is closed has neither back, though the run that corrected it is undone', async () => {
    const correcting = await reconcileToEnd(app, spa, books('A-8', 50));
    expect(await verdictIn(split)).toBeUndefined();
    await closeAll({ month: '2026-03' });
    const { figures } = await preview();
    await app.http.post(`/reconcile/jobs/${correcting.jobId}/undo`).set(as('manager')).expect(200);
    expect((await preview()).figures).toEqual(figures);
    expect(await verdictIn(split)).toBeUndefined();
  });
});

test('a close and a decision at the same moment do not both happen', async () => {
  const months = ['2025-01', '2025-02', '2025-05', '2025-06', '2025-07'];
  const many = await reconcileToEnd(app, spa, {
    ...BOOKS,
    reward_transactions: months.map((month) => reward(month, `${month}-10`, 40)),
  });
  for (const month of months) {
    const { open_items_digest } = await preview(`month=${month}`);
    const [closed, decided] = await Promise.all([
      close({ month, acknowledged_digest: open_items_digest }),
      app.http.post(many.pathOf(month)).set(as('reviewer')).send(WRITE_OFF),
    ]);
    // Whoever was second saw what the first had done.
    const codes = [closed.body.code, decided.body.code];
    expect([
      [undefined, 'period.closed'],
      ['period.open_items', undefined],
    ]).toContainEqual(codes);
  }
});
