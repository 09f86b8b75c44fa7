import type { Transaction } from '@medspasync/schemas';
import { linkRefunds } from './link-refunds.ts';

const ANA: Transaction = {
  customerName: 'Ana Reyes',
  amountCents: 10000,
  date: '2026-03-02',
  invoiceId: 'INV-7',
};
const refund = (amountCents: number, more: Partial<Transaction> = {}): Transaction => ({
  ...ANA,
  amountCents,
  date: '2026-03-09',
  type: 'refund',
  ...more,
});

/** @param left cents by sale, where refunds that stay have taken something. @returns what each refund takes of each sale. */
function linked(
  sales: Record<string, Transaction>,
  refunds: Record<string, Transaction>,
  {
    left = {},
    beside = [],
    ofItsNumber = [],
  }: { left?: Record<string, number>; beside?: string[]; ofItsNumber?: string[] } = {},
): string[] {
  const rows: Record<string, Transaction> = { ...sales, ...refunds };
  const candidates = Object.keys(refunds).flatMap((reversalId) =>
    Object.keys(sales).map((id) => ({
      reversalId,
      id,
      lineageId: id,
      isBeside: beside.includes(id),
      isOfItsNumber: ofItsNumber.includes(id),
      likeness: 1,
    })),
  );
  const leftOf = new Map(Object.entries(sales).map(([id, { amountCents }]) => [id, left[id] ?? amountCents]));
  return linkRefunds(candidates, (id) => rows[id]!, leftOf).map(
    ({ cents, fitsOther, reversalId, saleId }) =>
      `${reversalId} takes ${cents} of ${saleId}${fitsOther ? ', or of another' : ''}`,
  );
}

test('a refund takes no more of a sale than others have left of it', () => {
  expect(linked({ S: ANA }, { A: refund(8000), B: refund(8000) })).toEqual([
    'A takes 8000 of S',
    'B takes 2000 of S',
  ]);
  expect(linked({ S: ANA }, { A: refund(10000) }, { left: { S: 3000 } })).toEqual(['A takes 3000 of S']);
  expect(linked({ S: ANA }, { A: refund(10000) }, { left: { S: 0 } })).toEqual([]);
});

test('who takes a whole sale back comes before who takes a part of its invoice', () => {
  const other = { ...ANA, amountCents: 3000, service: 'Balm' };
  expect(linked({ S: ANA, T: other }, { part: refund(2000), whole: refund(10000) })).toEqual([
    'whole takes 10000 of S',
    'part takes 2000 of T',
  ]);
});

test('a sale of the refund’s own file comes before a nearer one of another', () => {
  const own = { ...ANA, invoiceId: undefined };
  const nearer = { ...own, date: '2026-03-08' };
  const ofNone = { A: refund(10000, { invoiceId: undefined }) };
  expect(linked({ own, nearer }, ofNone)).toEqual(['A takes 10000 of nearer']);
  expect(linked({ own, nearer }, ofNone, { beside: ['own'] })).toEqual(['A takes 10000 of own']);
});

test('a refund that bears the number of a sale takes a part of it, and nothing of another', () => {
  const bare = { ...ANA, invoiceId: undefined };
  const refunds = { A: refund(3000, { invoiceId: undefined, date: '2026-07-01' }) };
  expect(linked({ S: bare, T: { ...bare, amountCents: 3000 } }, refunds, { ofItsNumber: ['S'] })).toEqual([
    'A takes 3000 of S',
  ]);
  expect(linked({ S: bare }, refunds)).toEqual([]);
});

test.each([
  ['a patient', ANA, []],
  ['a number, without a name,', { ...ANA, customerName: undefined }, ['S', 'T']],
])('of two sales alike that %s ties to a refund it may be of either, until one was refunded', (_what, says, ofItsNumber) => {
  const sale = { ...says, invoiceId: undefined };
  const sales = { S: sale, T: sale };
  const refunds = { A: { ...refund(10000), ...sale, type: 'refund' as const, date: '2026-03-09' } };
  const [link, ...others] = linked(sales, refunds, { ofItsNumber });
  expect(others).toEqual([]);
  expect(link).toMatch(/^A takes 10000 of [ST], or of another$/);
  expect(linked(sales, refunds, { ofItsNumber, left: { T: 0 } })).toEqual(['A takes 10000 of S']);
});
