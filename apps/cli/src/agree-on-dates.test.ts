import { agreeOnDates } from './agree-on-dates.ts';
import { bookOf } from './testing/book-of.ts';

const rewards = bookOf([{ amountCents: 100 }], { filename: 'r.csv', dateOrder: 'ambiguous' });
const pos = bookOf([{ amountCents: 100 }], { filename: 'p.csv', dateOrder: 'dmy' });
const again = bookOf([{ amountCents: 200 }], { filename: 'again.csv', dateOrder: 'dmy' });

test('a file whose dates fit both orders is read like the other one where that proves the day first, and says so', async () => {
  const asked: unknown[] = [];
  const agreed = await agreeOnDates({ rewards, pos }, async (...question) => {
    asked.push(question);
    return again;
  });
  expect(asked).toEqual([['reward', pos, 'dmy']]);
  expect(agreed.pos).toBe(pos);
  expect(agreed.rewards).toMatchObject({
    filename: 'again.csv',
    notices: [expect.stringContaining('as in p.csv')],
  });
});

test('what is decided stays as it is, and so do two files that both leave it open', async () => {
  const never = () => Promise.reject(new Error('read again'));
  const decided = { ...rewards, dateOrder: 'mdy' as const };
  expect(await agreeOnDates({ rewards: decided, pos }, never)).toEqual({ rewards: decided, pos });
  const open = { ...pos, dateOrder: 'ambiguous' as const };
  expect(await agreeOnDates({ rewards, pos: open }, never)).toEqual({ rewards, pos: open });
});
