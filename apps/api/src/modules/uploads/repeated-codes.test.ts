// A coupon that its patient brings again: another redemption, or the same one entered anew.
import { app, file, rowsIn, send, setUpUploads, spa } from './testing/rewards-file.ts';

setUpUploads();

const BROUGHT = 'SPRING25,Ana Quillfeather,40.00,2024-01-15,Botox';

const sent = async (lines: readonly string[], query = '') =>
  (
    await send(
      file('reference,customer_name,amount,date,service', ...lines),
      'rewards.csv',
      `/upload/reward-transactions${query}`,
    ).expect(200)
  ).body;

test('a code its patient brings again at another visit is another redemption: nothing is lost, and the upload says so', async () => {
  const first = await sent([BROUGHT]);
  expect(first.rows).toMatchObject([{ recognition: 'new', repeats_code: false }]);
  for (const again of [
    BROUGHT.replace('2024-01-15', '2024-02-20'),
    BROUGHT.replace('2024-01-15', '2024-01-16').replace('Botox', 'Juvederm'),
  ]) {
    const seen = await sent([again], '?preview=true');
    expect(seen.rows).toMatchObject([{ recognition: 'new', repeats_code: true }]);
    await app.http
      .post(`/uploads/${seen.upload_id}/confirm`)
      .set(spa.members.reviewer.authorization)
      .expect(200);
    expect((await sent([again])).recognized).toEqual({ new: 0, same: 1, changed: 0 });
  }
  expect(await rowsIn('transactions WHERE superseded_by IS NULL')).toBe(3);
});

test('a code brought twice in one file is two redemptions', async () => {
  const { rows } = await sent([BROUGHT, BROUGHT.replace('2024-01-15', '2024-01-17')]);
  expect(rows).toMatchObject([
    { recognition: 'new', repeats_code: true },
    { recognition: 'new', repeats_code: true },
  ]);
});

test('a day corrected by a few is the same redemption', async () => {
  await sent([BROUGHT]);
  const { rows } = await sent([BROUGHT.replace('2024-01-15', '2024-01-17')]);
  expect(rows).toMatchObject([{ recognition: 'changed', changed_fields: ['date'], repeats_code: false }]);
});
