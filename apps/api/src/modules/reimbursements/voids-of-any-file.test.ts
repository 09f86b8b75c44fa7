// A void takes its redemption back wherever the portal has put the two: in one file, in a later one, or before it.
import { reconcileToEnd } from '../../testing/index.ts';
import {
  ANA,
  app,
  as,
  BEA,
  closeMarch,
  get,
  owed,
  R1,
  reconcile,
  SALE,
  setUpSpa,
  V1,
} from './testing/voids.ts';

setUpSpa();

test('a redemption that came with its void is not owed when a later file has it alone, and its sale is open', async () => {
  await reconcile([R1, V1, BEA]);
  expect(await owed()).toEqual(['R-9']);
  const alone = await reconcile([R1, BEA]);
  expect(alone.rowOf('R-1')).toMatchObject({ is_taken_back: true, state: null });
  expect(alone.rowOf('R-1').reversal).toMatchObject({
    takes_back: true,
    is_certain: true,
    said: null,
    reversal_transaction: { transaction_id: 'V-1' },
  });
  expect(await owed()).toEqual(['R-9']);
  expect((await get('/periods/preview?month=2026-03')).figures).toMatchObject({
    reward_amount: 40,
    matched: 0,
    open_amount: 80,
  });
  await reconcile([{ ...V1, type: 'redemption' }]);
  expect(await owed()).toEqual(['R-1', 'R-9', 'V-1']);
});

test('a void that comes before its redemption takes it back when that comes, by its code', async () => {
  await reconcile([V1, BEA]);
  const later = await reconcile([R1, BEA]);
  expect(later.rowOf('R-1').is_taken_back).toBe(true);
  expect(await owed()).toEqual(['R-9']);
});

test('without a code it takes back what the engine’s rule says, and nothing of weeks before', async () => {
  const { reference, ...bare } = R1;
  await reconcile([{ ...bare, transaction_id: 'V-1', type: 'void', date: '2026-03-04' }]);
  await reconcile([{ ...bare, date: '2026-02-02', transaction_id: 'R-0' }, bare]);
  expect(await owed()).toEqual(['R-0']);
});

test.each([
  ['in one file', true],
  ['in two files', false],
])('a void of another program takes nothing back: %s', async (_where, isOneFile) => {
  const { reference, ...bare } = R1;
  const other = { ...bare, transaction_id: 'V-1', type: 'void', program: 'evolus', date: '2026-03-04' };
  if (isOneFile) await reconcile([bare, other]);
  else await reconcile([other, BEA]);
  const alone = await reconcile([bare]);
  expect(alone.rowOf('R-1')).toMatchObject({ result: 'match', is_taken_back: false });
  expect(await owed()).toEqual(isOneFile ? ['R-1'] : ['R-1', 'R-9']);
});

test('a redemption beside a void of another program has its sale in that run, too', async () => {
  const run = await reconcile([R1, { ...V1, program: 'evolus', date: '2026-03-04' }]);
  expect(run.rowOf('R-1')).toMatchObject({ result: 'match', is_taken_back: false });
  expect(await owed()).toEqual(['R-1']);
});

test('where several redemptions fit a void that came before them, a person says which it takes back', async () => {
  const { reference, ...bare } = R1;
  await reconcile([{ ...bare, transaction_id: 'V-1', type: 'void', date: '2026-03-04' }]);
  const second = { ...bare, transaction_id: 'R-2', date: '2026-03-03' };
  const run = await reconcile(
    [bare, second, BEA],
    [SALE, { ...SALE, transaction_id: 'P-2', date: '2026-03-03' }],
  );
  expect(await owed()).toEqual(['R-1', 'R-2', 'R-9']);
  for (const id of ['R-1', 'R-2'])
    expect(run.rowOf(id)).toMatchObject({
      result: 'match',
      is_taken_back: false,
      state: 'MISMATCHED',
      dollars_at_stake: 40,
      reversal: { takes_back: false, is_certain: false, said: null },
    });
  const { reversal_id } = run.rowOf('R-2').reversal!;
  const { body } = await app.http
    .post(run.pathOf('R-2', 'reversal'))
    .set(as('reviewer'))
    .send({ reversal_id, stands: false, reason: 'The portal says the visit of 3 March was cancelled.' })
    .expect(200);
  expect(body).toMatchObject({
    is_taken_back: true,
    reversal: { takes_back: true, said: { stands: false } },
  });
  expect(await owed()).toEqual(['R-1', 'R-9']);
  const again = await reconcile([bare, second, BEA]);
  expect(again.rowOf('R-1')).toMatchObject({ is_taken_back: false, reversal: null, state: null });
});

test('one void takes one redemption back, also where its file comes again with another that fits', async () => {
  const { reference, ...bare } = R1;
  const voided = { ...bare, transaction_id: 'V-1', type: 'void', date: '2026-03-04' };
  await reconcile([bare, voided]);
  const second = { ...bare, transaction_id: 'R-2', date: '2026-03-03' };
  await reconcile([second, voided]);
  expect(await owed()).toEqual(['R-2']);
  await reconcile([bare, second, voided]);
  expect(await owed()).toEqual(['R-2']);
});

test('the correction of a void of a closed month is refused with its rows', async () => {
  await reconcile([R1, BEA]);
  await reconcile([V1]);
  await closeMarch();
  const other = { ...ANA, transaction_id: 'R-8', date: '2026-05-01', amount: 25 };
  const { body } = await app.http
    .post('/reconcile/start')
    .set(as('manager'))
    .send({ reward_transactions: [other, { ...V1, type: 'redemption' }], pos_transactions: [SALE] })
    .expect(409);
  expect(body).toMatchObject({
    code: 'period.closed',
    errors: [{ field: 'row 2', message: 'takes back the redemption C-77123 of a closed month no longer' }],
  });
  expect(await owed()).toEqual(['R-9']);
});

test('another organization’s void takes nothing back', async () => {
  const other = await app.createOrganization();
  await reconcileToEnd(app, other, { reward_transactions: [V1], pos_transactions: [SALE] });
  await reconcile([R1]);
  expect(await owed()).toEqual(['R-1']);
});
