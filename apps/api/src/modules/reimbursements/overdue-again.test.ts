// A redemption that is overdue is told of once, until it is paid or given up: when that is undone, it is news again.

import { night as nextNight, subscribe, told as toldTo } from './testing/nights.ts';
import {
  app,
  as,
  choose,
  payments,
  REMITTANCE,
  redemptions,
  run,
  setUpRedemptions,
  spa,
  upload,
} from './testing/remittance.ts';

setUpRedemptions();
beforeEach(async () => {
  await subscribe(app, spa);
});

const night = () => nextNight(app, spa);
/** Which redemptions were told of as overdue, message by message. */
const told = async (): Promise<string[][]> => {
  const own = Object.entries(await redemptions()).map(([id, one]) => [one.redemption_id, id]);
  const nameOf = new Map(own as [string, string][]);
  const messages = (await toldTo(app, spa)) as { redemption_ids?: string[] }[];
  return messages.flatMap(({ redemption_ids: ids }) => (ids ? [ids.map((id) => nameOf.get(id)!)] : []));
};
/** The first payment of the remittance, which is so much. */
const pay = async (id: string, dollars = '31.00') => {
  await upload(REMITTANCE.replace('31.00', dollars)).expect(200);
  const redemption = (await redemptions())[id]!;
  const { 'L-1': paid } = await payments();
  await choose(paid!.payment_id, [redemption.redemption_id]).expect(200);
};
const undo = async (id = 'L-1') => {
  const { [id]: paid } = await payments();
  await app.http
    .delete(`/reimbursements/payments/${paid!.payment_id}/settlement`)
    .set(as('reviewer'))
    .expect(200);
};
/** Seven days of what was to be paid by now: are told of, R-1 and E-1 were overdue before. */
const FIRST_NIGHT = [['R-2', 'R-3']];

test('one that was told of, and then paid, is told of once more when a person undoes the payment', async () => {
  await night();
  expect(await told()).toEqual(FIRST_NIGHT);
  await pay('R-2');
  await night();
  expect(await told()).toEqual(FIRST_NIGHT);
  await undo();
  expect(await told()).toEqual([...FIRST_NIGHT, ['R-2']]);
  await night();
  await night();
  expect(await told()).toHaveLength(2);
});

test('it is told of as well where it was paid and opened again in one day', async () => {
  await night();
  await pay('R-2');
  await undo();
  expect(await told()).toEqual([...FIRST_NIGHT, ['R-2']]);
  await night();
  await pay('R-2');
  await night();
  await undo();
  await night();
  expect(await told()).toEqual([...FIRST_NIGHT, ['R-2'], ['R-2']]);
});

test('what an undo does not open is not told of: what is not due yet, and what opened by its day alone waits for its night', async () => {
  await upload().expect(200);
  const { 'X-1': paid } = await payments();
  await choose(paid!.payment_id, [(await redemptions())['S-2']!.redemption_id]).expect(200);
  await undo('X-1');
  expect(await told()).toEqual([]);
  await night();
  expect(await told()).toEqual(FIRST_NIGHT);
});

test('nothing is told where the undo is refused', async () => {
  await night();
  await pay('R-2');
  await undo();
  const { 'L-1': paid } = await payments();
  const again = await app.http
    .delete(`/reimbursements/payments/${paid!.payment_id}/settlement`)
    .set(as('reviewer'));
  expect(again.body.code).toBe('payment.not_settled');
  expect(await told()).toEqual([...FIRST_NIGHT, ['R-2']]);
});

test('one that was paid before anybody was told of it is told of when that is undone, however long it is overdue', async () => {
  await pay('R-1', '20.00');
  await night();
  expect(await told()).toEqual(FIRST_NIGHT);
  await undo();
  expect(await told()).toEqual([...FIRST_NIGHT, ['R-1']]);
  await night();
  expect(await told()).toHaveLength(2);
});

test('one that was told of and written off is told of when the write-off is taken back, a proposal alone is no news', async () => {
  await night();
  const decide = () =>
    app.http
      .post(run.pathOf('R-3'))
      .set(as('reviewer'))
      .send({ verdict: 'written_off', reason: 'expired', note: 'Its certificate ran out.' })
      .expect(200);
  const takeBack = () => app.http.delete(run.pathOf('R-3')).set(as('manager')).expect(200);
  await decide();
  await takeBack();
  await night();
  expect(await told()).toEqual(FIRST_NIGHT);
  await decide();
  await app.http.post(run.pathOf('R-3', 'decision/approval')).set(as('manager')).expect(200);
  await night();
  await takeBack();
  await night();
  await night();
  expect(await told()).toEqual([...FIRST_NIGHT, ['R-3']]);
});

test('one whose payment the manufacturer corrects to nothing is told of', async () => {
  await night();
  await pay('R-2');
  await night();
  await upload(REMITTANCE.replace('31.00', '0.00')).expect(200);
  await night();
  expect(await told()).toEqual([...FIRST_NIGHT, ['R-2']]);
});
