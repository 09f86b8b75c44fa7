import type { UploadSide } from '@medspasync/schemas';
import { importTransactions } from '../index.ts';
import { memorySource } from '../testing/memory-source.ts';

const read = async (content: string, side: UploadSide = 'pos') =>
  (await importTransactions(memorySource(content), { side })).transactions;

const plain = (service: string, amount = '-40.00', type = '') =>
  read(
    `transaction_id,customer_name,service,amount,date,type\nP-2,Ana Lee,${service},${amount},2024-01-15,${type}\n`,
  );

test.each([
  ['Alle Rewards discount', 'alle'],
  ['Allē', 'alle'],
  ['BD coupon', 'alle'],
  ['Brilliant Distinctions', 'alle'],
  ['ASPIRE certificate C-77120', 'aspire'],
  ['Galderma reward', 'aspire'],
  ['Evolus Rewards', 'evolus'],
  ['Evolus', 'evolus'],
  ['$40 off w/ Evolus', 'evolus'],
  ['Xperience points', 'xperience'],
  ['Rewards discount', undefined],
])('a negative POS line %s is the tender line a reward pays for', async (service, program) => {
  expect(await plain(service)).toMatchObject([{ amountCents: 4_000, type: 'redemption' }]);
  expect((await plain(service))[0]?.program).toBe(program);
});

test.each([
  ['Botox'],
  ['Botox (Allergan)'],
  ['Jeuveau by Evolus'],
  ['Gift certificate'],
  ['Staff discount'],
  ['Refund of Alle Rewards'],
])('a negative POS line %s stays a refund', async (service) => {
  expect(await plain(service)).toMatchObject([{ amountCents: 4_000, type: 'refund' }]);
});

test('a line that says refund or void is one, whatever it names', async () => {
  expect(await plain('Alle Rewards', '-40.00', 'Refund')).toMatchObject([{ type: 'refund' }]);
  expect(await plain('Alle Rewards', '-40.00', 'Voided')).toMatchObject([{ type: 'void' }]);
});

test('a negative row of a portal stays a reversal', async () => {
  const content =
    'transaction_id,customer_name,service,amount,date\nR-1,Ana Lee,Alle Rewards,-40.00,2024-01-15\n';
  expect(await read(content, 'reward')).toMatchObject([{ type: 'refund' }]);
});

test.each([
  '-$40.00',
  '($40.00)',
  '40.00-',
  '−40.00',
  '40.00 CR',
])('the notation %s counts', async (amount) => {
  expect(await plain('Alle Rewards', amount)).toMatchObject([{ amountCents: 4_000, type: 'redemption' }]);
});

test('a Mindbody item of its own is a tender line, also where its paid amount is zero', async () => {
  const header =
    'Sale Date,Client ID,Client,Sale ID,Item name,Item Total,Total Paid w/ Payment Method,Payment Method\n';
  const lines =
    '3/1/2025,1,"Lee, Ana",50211,Botox,450.00,410.00,Cash\n' +
    '3/1/2025,1,"Lee, Ana",50211,Alle Rewards,-$40.00,---,---\n' +
    '3/1/2025,1,"Lee, Ana",50211,Alle Rewards,-$40.00,0.00,Cash\n';
  const tender = { amountCents: 4_000, type: 'redemption', program: 'alle', invoiceId: '50211' };
  expect(await read(header + lines)).toMatchObject([{ amountCents: 41_000, type: 'sale' }, tender, tender]);
});

test('a guessed file names its discount in the item, in a tender or in a discount column', async () => {
  expect(
    await read('Patient,Item,Visit Date,Line Total\nAna Lee,Aspire coupon,01/15/2024,-40\n'),
  ).toMatchObject([{ amountCents: 4_000, type: 'redemption', program: 'aspire' }]);
  expect(await read('Patient,Visit Date,Total,Tender\nAna Lee,01/15/2024,-40,Allē Rewards\n')).toMatchObject([
    { amountCents: 4_000, type: 'redemption', program: 'alle' },
  ]);
  expect(
    await read(
      'Patient,Item,Date,Total,Discount,Discount Name\nAna Lee,Botox,01/15/2024,410,-40,Evolus Rewards\n',
    ),
  ).toMatchObject([{ amountCents: 4_000, type: 'redemption', program: 'evolus' }]);
});

test.each([
  [
    'square-items',
    'Date,Time,Time Zone,Category,Item,Qty,Price Point Name,Gross Sales,Net Sales,Transaction ID,Event Type\n',
    '2024-01-15,10:00:00,ET,,Alle Rewards,1,,-$40.00,-$40.00,T1,Payment\n',
    '2024-01-15,10:00:00,ET,,Alle Rewards,1,,-$40.00,-$40.00,T1,Refund\n',
  ],
  [
    'vagaro',
    'Transaction Date,Transaction ID,Customer,Item Sold,Amt Paid\n',
    '01/15/2024,T1,Ana Lee,Alle Rewards,-40.00\n',
    '01/15/2024,T1,Ana Lee,Refund Alle Rewards,-40.00\n',
  ],
  [
    'aesthetic-record',
    'Invoice Number,Patient,Transaction Type,Amount In($),Payment Mode,Created\n',
    '7,Ana Lee,Payment,-40.00,Allē Rewards,01/15/2024 10:00 AM\n',
    '7,Ana Lee,Refund,-40.00,Allē Rewards,01/15/2024 10:00 AM\n',
  ],
])('in a file of %s a negative reward is a tender line and a refund a refund', async (_layout, header, discount, refund) => {
  expect(await read(header + discount + refund)).toMatchObject([
    { amountCents: 4_000, type: 'redemption', program: 'alle' },
    { amountCents: 4_000, type: 'refund' },
  ]);
});
