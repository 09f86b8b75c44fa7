// A void of an open month changes nothing in a closed one: neither the redemption, in whichever version counts, nor its sale.
import type { PeriodPreviewWire } from '@medspasync/schemas';
import type { FinishedRun } from '../../testing/index.ts';
import {
  app,
  as,
  BEA,
  closeMarch,
  get,
  owed,
  R1,
  reconcile,
  rowIn,
  SALE,
  say,
  setUpSpa,
  takeBack,
  V1,
} from './testing/voids.ts';

setUpSpa();

const APRIL_R1 = { ...R1, date: '2026-04-01' };
const APRIL_SALE = { ...SALE, transaction_id: 'P-7', date: '2026-04-06' };
const NO_VOID = { ...V1, type: 'redemption' };
const figures = async (): Promise<PeriodPreviewWire['figures']> =>
  (await get('/periods/preview?month=2026-03')).figures;
const start = (reward: object) =>
  app.http
    .post('/reconcile/start')
    .set(as('manager'))
    .send({ reward_transactions: [reward], pos_transactions: [APRIL_SALE] });

describe('a redemption of April that a file corrected to March, taken back before March was closed', () => {
  let first: FinishedRun;
  let closed: PeriodPreviewWire['figures'];
  beforeEach(async () => {
    first = await reconcile([APRIL_R1, BEA]);
    await reconcile([R1, BEA]);
    await reconcile([V1]);
    expect(await owed()).toEqual(['R-9']);
    await closeMarch();
    closed = await figures();
  });

  test('is not given back in the run that has it in April', async () => {
    const { body, status } = await say(first);
    expect([status, body.code]).toEqual([409, 'decision.superseded']);
    expect(await figures()).toEqual(closed);
    expect(await owed()).toEqual(['R-9']);
  });

  test('is not given back by a file that corrects the void', async () => {
    const { body } = await start(NO_VOID).expect(409);
    expect(body).toMatchObject({
      code: 'period.closed',
      errors: [{ field: 'row 1', message: 'takes back the redemption C-77123 of a closed month no longer' }],
    });
    expect(await figures()).toEqual(closed);
  });
});

test('a redemption of March that a file corrected to April is given back when March is closed', async () => {
  await reconcile([R1, BEA]);
  await reconcile([APRIL_R1, BEA], [{ ...SALE, date: '2026-04-01' }]);
  await reconcile([V1], [APRIL_SALE]);
  await closeMarch();
  const closed = await figures();
  await reconcile([NO_VOID], [APRIL_SALE]);
  expect(await owed()).toEqual(['R-1', 'R-9', 'V-1']);
  expect(await figures()).toEqual(closed);
});

describe('a redemption of April that a person has paired with a sale of March', () => {
  const other = { ...BEA, transaction_id: 'R-1', reference: 'C-77123' };
  const voided = { ...other, transaction_id: 'V-1', type: 'void', date: '2026-04-06' };
  let run: FinishedRun;
  beforeEach(async () => {
    run = await reconcile(
      [{ ...other, type: 'redemption', date: '2026-04-01' }],
      [{ ...SALE, date: '2026-03-31' }],
    );
    const pair = { verdict: 're_paired', pos_result_id: run.rowOf('P-1').result_id };
    await app.http.post(run.pathOf('R-1')).set(as('reviewer')).send(pair).expect(200);
  });

  test('is not taken back when March is closed: the sale would be open there', async () => {
    await closeMarch();
    const closed = await figures();
    expect(closed).toMatchObject({ open: 0 });
    const { body } = await start(voided).expect(409);
    expect(body).toMatchObject({
      code: 'period.closed',
      errors: [{ field: 'row 1', message: 'takes back a redemption that has a sale of a closed month' }],
    });
    expect(await figures()).toEqual(closed);
    expect(await owed()).toEqual(['R-1']);
  });

  test('and that was taken back before is given back by no file and nobody: the sale is open there', async () => {
    await reconcile([voided], [APRIL_SALE]);
    await closeMarch();
    const closed = await figures();
    expect(closed).toMatchObject({ open: 1, open_amount: 40 });
    const { body } = await start({ ...voided, type: 'redemption' }).expect(409);
    expect(body.errors).toEqual([
      {
        field: 'row 1',
        message: 'takes back the redemption C-77123 that has a sale of a closed month no longer',
      },
    ]);
    expect((await say(run)).body.code).toBe('period.closed');
    expect((await rowIn(run)).reversal!.said).toBeNull();
    expect(await figures()).toEqual(closed);
  });

  test('and of which a person said that it stands is not taken back by taking that word back', async () => {
    await reconcile([voided], [APRIL_SALE]);
    expect((await say(run)).status).toBe(200);
    await closeMarch();
    const closed = await figures();
    expect(closed).toMatchObject({ open: 0 });
    expect((await takeBack(run)).body.code).toBe('period.closed');
    expect(await figures()).toEqual(closed);
  });
});

describe('a redemption of April that a run matched with a sale of March', () => {
  const sale = { ...SALE, date: '2026-03-31' };
  const matched = async (): Promise<PeriodPreviewWire['figures']> => {
    const run = await reconcile([APRIL_R1, { ...BEA, date: '2026-04-01' }], [sale]);
    expect(run.rowOf('R-1')).toMatchObject({ result: 'match' });
    await closeMarch();
    return figures();
  };

  test('is taken back, and the closed month stays as it is: the sale has no row there', async () => {
    const closed = await matched();
    await reconcile([V1], [APRIL_SALE]);
    expect(await owed()).toEqual(['R-9']);
    expect(await figures()).toEqual(closed);
  });

  test('is not where an earlier run had left the sale over: its row would be open again', async () => {
    await reconcile([{ ...BEA, date: '2026-04-01' }], [sale]);
    const closed = await matched();
    expect(closed).toMatchObject({ open: 0 });
    expect((await start(V1).expect(409)).body.code).toBe('period.closed');
    expect(await figures()).toEqual(closed);
  });
});

describe('of two redemptions that a void fits, one of March', () => {
  const { reference, ...bare } = R1;
  const march = { ...bare, date: '2026-03-31' };
  const april = { ...bare, transaction_id: 'R-2', date: '2026-04-01' };
  const voided = { ...bare, transaction_id: 'V-1', type: 'void', date: '2026-04-02' };
  let run: FinishedRun;
  beforeEach(async () => {
    await reconcile([voided], [APRIL_SALE]);
    const sales = [march, april].map((one, index) => ({
      ...one,
      transaction_id: `P-${index + 1}`,
      type: undefined,
    }));
    run = await reconcile([march, april], sales);
    expect(await rowIn(run)).toMatchObject({ result: 'match', state: 'MISMATCHED' });
  });

  test('the other is not taken back when March is closed: the question would be gone there', async () => {
    await closeMarch();
    const closed = await figures();
    expect(closed).toMatchObject({ open: 1 });
    const { body, status } = await say(run, 'R-2', false);
    expect([status, body.code]).toEqual([409, 'period.closed']);
    expect(body.detail).toContain('March 2026 is closed');
    expect(await figures()).toEqual(closed);
    expect(await owed()).toEqual(['R-1', 'R-2']);
    expect((await say(run, 'R-2', true)).status).toBe(200);
    expect(await figures()).toEqual(closed);
  });

  test('that the other is taken back is not unsaid when March is closed: there it would be asked again', async () => {
    expect((await say(run, 'R-2', false)).status).toBe(200);
    await closeMarch();
    const closed = await figures();
    expect(closed).toMatchObject({ open: 0 });
    expect((await takeBack(run, 'R-2')).body.code).toBe('period.closed');
    expect(await figures()).toEqual(closed);
    expect(await owed()).toEqual(['R-1']);
  });

  test('no file corrects the void when March is closed', async () => {
    await closeMarch();
    const closed = await figures();
    const { body } = await start({ ...voided, type: 'redemption' }).expect(409);
    expect(body).toMatchObject({
      code: 'period.closed',
      errors: [{ field: 'row 1', message: 'may take back the redemption of a closed month no longer' }],
    });
    expect(await figures()).toEqual(closed);
  });

  test('one that a person approved before March was closed leaves the other free', async () => {
    await app.http.post(run.pathOf('R-1')).set(as('reviewer')).send({ verdict: 'approved' }).expect(200);
    await closeMarch();
    const closed = await figures();
    expect((await say(run, 'R-2', false)).status).toBe(200);
    expect(await figures()).toEqual(closed);
    expect(await owed()).toEqual(['R-1']);
  });
});
