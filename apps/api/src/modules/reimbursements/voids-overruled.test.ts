// A portal may void the wrong certificate: a person says that the redemption stands, and that holds until it is taken back.
import type { ResultRowWire } from '@medspasync/schemas';
import { currentEntityManager } from '../../platform/database/index.ts';
import {
  app,
  as,
  BEA,
  closeMarch,
  get,
  owed,
  R1,
  REASON,
  reconcile,
  rowIn,
  SALE,
  say,
  setUpSpa,
  spa,
  takeBack,
  V1,
} from './testing/voids.ts';

setUpSpa();

test('a redemption that a later void took back is owed again, with its sale and what was decided', async () => {
  const run = await reconcile([R1, BEA]);
  await app.http.post(run.pathOf('R-1')).set(as('reviewer')).send({ verdict: 'approved' }).expect(200);
  await reconcile([V1]);
  expect(await owed()).toEqual(['R-9']);
  const said = await say(run);
  expect(said.body).toMatchObject({
    is_taken_back: false,
    decision: { verdict: 'approved' },
    reversal: {
      takes_back: false,
      is_certain: true,
      said: { stands: true, reason: REASON, said_by: expect.any(String) },
    },
  });
  expect(await owed()).toEqual(['R-1', 'R-9']);
  const { summary } = await get(`/reconcile/jobs/${run.jobId}/results`);
  expect(summary).toMatchObject({ reward_amount: 80, matched_amount: 40, unclaimed_pos: 0 });
  await takeBack(run);
  expect(await owed()).toEqual(['R-9']);
  expect(await rowIn(run)).toMatchObject({ is_taken_back: true, reversal: { said: null } });
});

test('the void that comes again, or corrected in something else, does not overturn it', async () => {
  const run = await reconcile([R1, BEA]);
  await reconcile([V1]);
  await say(run);
  await reconcile([V1]);
  await reconcile([{ ...V1, date: '2026-04-07' }]);
  const again = await reconcile([R1, V1, BEA]);
  expect(again.rowOf('R-1')).toMatchObject({ result: 'match', is_taken_back: false });
  expect(again.rowOf('R-1').reversal!.said).toMatchObject({ stands: true, reason: REASON });
  expect(await owed()).toEqual(['R-1', 'R-9']);
});

test('of two that a void fits, the other is still asked about when the void comes corrected in something else', async () => {
  const { reference, ...bare } = R1;
  const voided = { ...bare, transaction_id: 'V-1', type: 'void', date: '2026-03-04' };
  await reconcile([voided]);
  const second = { ...bare, transaction_id: 'R-2', date: '2026-03-03' };
  const sales = [SALE, { ...SALE, transaction_id: 'P-2', date: '2026-03-03' }];
  const run = await reconcile([bare, second, BEA], sales);
  expect((await say(run)).status).toBe(200);
  const asked = { state: 'MISMATCHED', dollars_at_stake: 40, reversal: { is_certain: false, said: null } };
  expect(await rowIn(run, 'R-2')).toMatchObject(asked);
  await reconcile([{ ...voided, location: 'Uptown' }]);
  expect(await rowIn(run, 'R-2')).toMatchObject(asked);
  expect((await rowIn(run)).reversal!.said).toMatchObject({ stands: true, reason: REASON });
  expect((await say(run, 'R-2', false)).body).toMatchObject({ is_taken_back: true });
  expect(await owed()).toEqual(['R-1', 'R-9']);
});

test('one that its own file took back is missing its sale, which a person may give it', async () => {
  const run = await reconcile([R1, V1, BEA]);
  const refused = await app.http
    .post(run.pathOf('R-1'))
    .set(as('reviewer'))
    .send({ verdict: 're_paired', pos_result_id: run.rowOf('P-1').result_id })
    .expect(409);
  expect(refused.body.code).toBe('decision.nothing_to_decide');
  const { body } = await say(run);
  expect(body).toMatchObject({
    is_taken_back: false,
    state: 'MISSING',
    dollars_at_stake: 40,
    reason_codes: ['REDEEMED_NOT_IN_POS'],
    note: null,
  });
  expect(await owed()).toEqual(['R-1', 'R-9']);
  const pair = { verdict: 're_paired', pos_result_id: run.rowOf('P-1').result_id };
  await app.http.post(run.pathOf('R-1')).set(as('reviewer')).send(pair).expect(200);
  await takeBack(run);
  expect(await owed()).toEqual(['R-9']);
  expect(await rowIn(run)).toMatchObject({ is_taken_back: true, state: null });
});

test('where its sale went to another reward meanwhile, a person says which of both has it', async () => {
  const run = await reconcile([R1, BEA]);
  await reconcile([V1]);
  const { results } = await get(`/reconcile/jobs/${run.jobId}/results`);
  const sale = results.find(({ reward_transaction }: ResultRowWire) => reward_transaction === null);
  const pair = { verdict: 're_paired', pos_result_id: sale.result_id };
  await app.http.post(run.pathOf('R-9')).set(as('reviewer')).send(pair).expect(200);
  const { body } = await say(run);
  expect(body).toMatchObject({ result: 'review_required', reason_codes: ['DUPLICATE_REDEMPTION'] });
});

test('of two who speak at once one is first, and the audit log has both acts without a word of the reason', async () => {
  const run = await reconcile([R1, BEA]);
  await reconcile([V1]);
  const answers = await Promise.all([say(run), say(run)]);
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
  expect(answers.find(({ status }) => status === 409)!.body).toMatchObject({ code: 'decision.taken' });
  await takeBack(run);
  expect((await takeBack(run)).body.code).toBe('decision.none');
  const { body } = await app.http.get('/audit').set(as('admin')).expect(200);
  const told = body.events.filter(({ action }: { action: string }) => action.startsWith('reversal.'));
  expect(told.map(({ action }: { action: string }) => action).sort()).toEqual([
    'reversal.told',
    'reversal.undone',
  ]);
  expect(JSON.stringify(told)).not.toContain('wrong certificate');
});

test('nothing is said of a redemption of a closed month, or of one that no void is about', async () => {
  const run = await reconcile([R1, BEA]);
  const nothing = await app.http
    .post(run.pathOf('R-9', 'reversal'))
    .set(as('reviewer'))
    .send({ reversal_id: run.rowOf('R-9').result_id, stands: true, reason: REASON })
    .expect(409);
  expect(nothing.body.code).toBe('decision.nothing_to_decide');
  await reconcile([V1]);
  await closeMarch();
  expect((await say(run)).body.code).toBe('period.closed');
  expect(await owed()).toEqual(['R-9']);
});

test('a member without patient access reads that a person has spoken, and not why or of whom', async () => {
  const run = await reconcile([R1, BEA]);
  await reconcile([V1]);
  await say(run);
  await app.platform.database.withinOrganization(spa.organizationId, () =>
    currentEntityManager().query('UPDATE memberships SET patient_access = false WHERE user_id = $1', [
      spa.members.viewer.userId,
    ]),
  );
  const { results } = await get(`/reconcile/jobs/${run.jobId}/results`);
  const { reversal } = results.find(({ reversal }: ResultRowWire) => reversal !== null);
  expect(reversal).toMatchObject({
    takes_back: false,
    said: { stands: true, reason: null },
    reversal_transaction: { amount: 40, date: '2026-04-06', type: 'void' },
  });
  expect(JSON.stringify(results)).not.toMatch(/Reyes|C-77123|wrong certificate/);
});
