// Looking for another sale: what is searched first, what comes first, what is left of the reward.
import type { ResultRowWire } from '@medspasync/schemas';
import { centsLeft, rankSales, surnameOf } from './sale-candidates.ts';

const saleOf = (id: string, amount: number, date: string) =>
  ({ result_id: id, pos_transaction: { amount, date } }) as ResultRowWire;
const reward = { amount: 60, date: '2026-10-05' };

test('the surname is searched first, in either notation', () => {
  expect(['Kate Delgado', 'Delgado, Kate M.', 'Cher', undefined].map(surnameOf)).toEqual([
    'Delgado',
    'Delgado',
    'Cher',
    '',
  ]);
});

test('the same amount comes first, then the nearest day', () => {
  const sales = [
    saleOf('near', 45, '2026-10-05'),
    saleOf('equal, far', 60, '2026-11-05'),
    saleOf('equal, near', 60, '2026-10-06'),
  ];
  expect(rankSales(reward, sales).map(({ result_id }) => result_id)).toEqual([
    'equal, near',
    'equal, far',
    'near',
  ]);
});

test('money that went back is offered as no sale', () => {
  const taken = (type: 'refund' | 'void') => {
    const row = saleOf(type, 60, '2026-10-05');
    return { ...row, pos_transaction: { ...row.pos_transaction, type } } as ResultRowWire;
  };
  const sales = [taken('refund'), taken('void'), saleOf('sale', 60, '2026-10-05')];
  expect(rankSales(reward, sales).map(({ result_id }) => result_id)).toEqual(['sale']);
});

test('what is left is counted to the cent and may fall below zero', () => {
  const [first, second] = [saleOf('1', 45.1, '2026-10-05'), saleOf('2', 14.9, '2026-10-05')];
  expect([centsLeft(reward, []), centsLeft(reward, [first]), centsLeft(reward, [first, second])]).toEqual([
    6000, 1490, 0,
  ]);
  expect(centsLeft(reward, [first, first])).toBe(-3020);
});
