// A file corrects a sale that pairs of other runs stand on: from then on it pays for what it is worth by now, in every sum.
import { reconcileToEnd } from '../../../testing/index.ts';
import {
  app,
  approve,
  as,
  decide,
  figures,
  get,
  inAnotherSpa,
  P1,
  R1,
  R2,
  results,
  rowIn,
  run,
  SOMEBODY,
  setUpSpa,
  share,
  spa,
  twentyDecideDuring,
  twoOnOne,
  undoRun,
} from './testing/two-on-one.ts';

setUpSpa();

/** A run of other rewards, whose file holds the sale as it is now. */
const correct = (change: object) => run([SOMEBODY], [{ ...P1, ...change }]);

test('a sale corrected to less pays the older pair, and the newer one waits for a person, who is told why', async () => {
  const both = await twoOnOne(P1);
  await correct({ amount: 80 });
  expect(await figures()).toMatchObject({ matched: 1, matched_amount: 40 });
  expect((await results(both)).summary).toMatchObject({ matched_amount: 40, matches_found: 1 });
  expect(await rowIn(both, 'R-2')).toMatchObject({
    decision: null,
    state: 'MISSING',
    dollars_at_stake: 60,
    earlier_decision: {
      verdict: 're_paired',
      why: 'sale_changed',
      remark: 'Its sale has changed since: amount.',
    },
  });
  expect(await rowIn(both, 'R-1')).toMatchObject({
    decision: { verdict: 'approved' },
    note: 'Its sale was corrected from $100.00 to $80.00 since',
    sale_share: { other_rewards: 0, left: 40 },
  });
  const { body } = await share(both, 'R-2', 'R-1').expect(409);
  expect(body).toMatchObject({
    code: 'decision.pos_taken',
    detail: 'Another reward of this run has it: $40.00 of its $80.00 is left.',
  });
});

test('one corrected to more has so much more left, and every pair stands', async () => {
  const both = await run([R1, R2], [{ ...P1, amount: 80 }]);
  await approve(both, 'R-1').expect(200);
  await share(both, 'R-2', 'R-1').expect(409);
  await correct({ amount: 100 });
  expect(await rowIn(both, 'R-1')).toMatchObject({
    decision: { verdict: 'approved' },
    sale_share: { left: 60 },
  });
  await share(both, 'R-2', 'R-1').expect(200);
  expect(await figures()).toMatchObject({ matched: 2, matched_amount: 100 });
});

test('one that is voided pays for nothing', async () => {
  const both = await twoOnOne(P1);
  await correct({ type: 'void' });
  expect(await figures()).toMatchObject({ matched: 0, matched_amount: 0 });
  expect(await rowIn(both, 'R-1')).toMatchObject({
    decision: null,
    note: 'Its sale was voided since',
    earlier_decision: { verdict: 'approved', why: 'sale_changed' },
  });
});

test('a pair of one reward whose sale is worth less by now gives the rest up only when a second person says so', async () => {
  const alone = await run([R1], [{ ...P1, amount: 40 }]);
  await approve(alone, 'R-1').expect(200);
  await correct({ amount: 25 });
  expect(await figures()).toMatchObject({ matched: 0 });
  const { body } = await approve(alone, 'R-1').expect(200);
  expect(body.decision.approval).toMatchObject({ status: 'pending' });
  expect(await figures()).toMatchObject({ matched: 0, awaiting_approval: 1, awaiting_approval_amount: 15 });
  await app.http.post(alone.pathOf('R-1', 'decision/approval')).set(as('manager')).expect(200);
  expect(await figures()).toMatchObject({ matched: 1, matched_amount: 40 });
  await run([{ ...SOMEBODY, transaction_id: 'S-2' }], [{ ...P1, amount: 25 }]);
  expect(await figures()).toMatchObject({ matched: 1, matched_amount: 40 });
});

test('a pair that the run had matched by itself waits, too, and is not counted any more', async () => {
  const alone = await run([R1], [{ ...P1, amount: 40 }], 0.5);
  expect(alone.rowOf('R-1').result).toBe('match');
  expect((await results(alone)).summary.matched_amount).toBe(40);
  await correct({ amount: 25 });
  expect((await results(alone)).summary).toMatchObject({ matched_amount: 0, review_amount: 40 });
  expect(await rowIn(alone, 'R-1')).toMatchObject({
    result: 'review_required',
    reason_codes: expect.arrayContaining(['AMOUNT_DIFF']),
    note: 'Its sale was corrected from $40.00 to $25.00 since',
  });
  expect((await get(`/reconcile/jobs/${alone.jobId}`)).matches_found).toBe(0);
});

test('where the run that brought the correction is undone, what it had opened stands again', async () => {
  const both = await twoOnOne(P1);
  const before = await results(both);
  const correcting = await correct({ amount: 80 });
  expect(await figures()).toMatchObject({ matched: 1 });
  await undoRun(correcting);
  expect(await results(both)).toEqual(before);
  expect(await figures()).toMatchObject({ matched: 2, matched_amount: 100 });
});

test('a match stands again, too, but not where somebody has decided about it since', async () => {
  const alone = await run([R1], [{ ...P1, amount: 40 }], 0.5);
  const before = await results(alone);
  const first = await correct({ amount: 25 });
  await undoRun(first);
  expect(await results(alone)).toEqual(before);
  const second = await correct({ amount: 26 });
  await decide(alone, 'R-1', { verdict: 'rejected' }).expect(200);
  await undoRun(second);
  expect(await figures()).toMatchObject({ matched: 0 });
  expect(await rowIn(alone, 'R-1')).toMatchObject({ decision: { verdict: 'rejected' } });
});

test('it stays open while another run that stands has read the correction', async () => {
  const both = await twoOnOne(P1);
  const first = await correct({ amount: 80 });
  const second = await correct({ amount: 80 });
  await undoRun(first);
  expect(await figures()).toMatchObject({ matched: 1, matched_amount: 40 });
  await undoRun(second);
  expect(await figures()).toMatchObject({ matched: 2, matched_amount: 100 });
  expect(await rowIn(both, 'R-2')).toMatchObject({
    decision: { verdict: 're_paired' },
    earlier_decision: null,
  });
});

test('where a correction to more is undone, a pair that needs it waits for a person', async () => {
  const both = await run([R1, R2], [{ ...P1, amount: 80 }]);
  await approve(both, 'R-1').expect(200);
  const more = await correct({ amount: 100 });
  await share(both, 'R-2', 'R-1').expect(200);
  await undoRun(more);
  expect(await figures()).toMatchObject({ matched: 1, matched_amount: 40 });
  expect(await rowIn(both, 'R-2')).toMatchObject({ earlier_decision: { why: 'sale_changed' } });
});

test('a run over the files as they were before keeps what fits, and does not match beyond what the sale is worth', async () => {
  const header = 'transaction_id,customer_name,customer_phone,customer_email,amount,date,program,service';
  const cellsOf = (row: object) => header.split(',').map((name) => row[name as keyof typeof row]);
  const upload = async (side: 'reward' | 'pos', rows: object[]): Promise<string> => {
    const file = Buffer.from([header, ...rows.map((row) => cellsOf(row).join())].join('\n'));
    const path = `/upload/${side}-transactions`;
    return (await app.http.post(path).set(as()).attach('file', file, 'file.csv').expect(200)).body.upload_id;
  };
  const books = {
    reward_upload_id: await upload('reward', [R1, R2]),
    pos_upload_id: await upload('pos', [P1]),
  };
  const first = await reconcileToEnd(app, spa, { ...books, threshold: 1 });
  await approve(first, 'R-1').expect(200);
  await share(first, 'R-2', 'R-1').expect(200);
  await correct({ amount: 80 });
  const again = await reconcileToEnd(app, spa, { ...books, threshold: 0.5 });
  expect(await figures()).toMatchObject({ matched: 1, matched_amount: 40 });
  expect(again.rowOf('R-1')).toMatchObject({ decision: { verdict: 'approved' } });
  expect(again.rowOf('R-2').decision).toBeNull();
});

test('a closed month keeps its pairs and its figures', async () => {
  const rewards = [
    { ...R1, date: '2026-03-31' },
    { ...R2, date: '2026-04-20' },
  ];
  const both = await run(rewards, [{ ...P1, date: '2026-04-01' }]);
  await approve(both, 'R-1').expect(200);
  await share(both, 'R-2', 'R-1').expect(200);
  await app.http.post('/periods').set(as('manager')).send({ month: '2026-03' }).expect(201);
  const closed = await figures();
  await run([{ ...SOMEBODY, date: '2026-04-21' }], [{ ...P1, date: '2026-04-01', amount: 30 }]);
  expect(await figures()).toEqual(closed);
  expect(await rowIn(both, 'R-1')).toMatchObject({ decision: { verdict: 'approved' } });
});

test('another organization’s sale of the same name stays what it is', async () => {
  await twoOnOne(P1);
  await inAnotherSpa(async () => {
    await twoOnOne(P1);
    await correct({ amount: 80 });
  });
  expect(await figures()).toMatchObject({ matched: 2, matched_amount: 100 });
});

test('whatever twenty people decide while the sale is corrected, its pairs take no more than it is worth', async () => {
  const both = await twoOnOne(P1);
  await twentyDecideDuring(both, correct({ amount: 80 }));
  expect((await figures()).matched_amount).toBeLessThanOrEqual(80);
});
