// Which column means what: known layouts, best guesses, a person's correction.
import { readFileSync } from 'node:fs';
import { type ImportOptions, importTransactions } from '../index.ts';
import { normalizeHeader } from '../table/header-names.ts';
import { memorySource } from '../testing/memory-source.ts';

const read = (content: string, options: Partial<ImportOptions> = {}) =>
  importTransactions(memorySource(content), { side: 'reward', ...options });

const UNKNOWN =
  'Ref,Patient Full Legal Name,Cell #,E-Mail,Redeemed Date (PST),Treatment Received,Discount $,Payment Method,Birthday\n' +
  'A-1,"Johnson, Sarah",(555) 123-4567,s@example.com,10/25/2026,Botox,$40.00,Allē Rewards,01/02/1980\n' +
  'A-2,Emily Davis,555-987-6543,e@example.com,10/26/2026,Dysport,$60.00,Credit,03/04/1985\n';

test('an unknown layout is mapped by names, and by what the cells look like', async () => {
  const { mapping, transactions } = await read(UNKNOWN);
  const fields = Object.fromEntries(mapping.columns.map(({ column, field }) => [column, field]));
  expect(fields).toMatchObject({
    'Patient Full Legal Name': 'customer_name',
    'Cell #': 'customer_phone',
    'E-Mail': 'customer_email',
    'Redeemed Date (PST)': 'date',
    'Discount $': 'amount',
    Birthday: 'ignore',
  });
  expect(mapping.layout).toBe('guessed');
  expect(mapping.confidence).toBeLessThan(0.8);
  expect(transactions[0]).toMatchObject({
    customerName: 'Sarah Johnson',
    amountCents: 4000,
    program: 'alle',
  });
});

test('columns with headers of their own are mapped by their cells, and not called sure', async () => {
  const { mapping, transactions } = await read(
    'Guest,Cell,Rcvd,Day\nSarah Johnson,(555) 123-4567,40.00,2026-10-05\nAna Reyes,(555) 765-4321,20.00,2026-10-13\n',
  );
  expect(mapping.columns.map(({ field }) => field)).toEqual([
    'customer_name',
    'customer_phone',
    'amount',
    'date',
  ]);
  expect(mapping.confidence).toBeGreaterThan(0);
  expect(mapping.confidence).toBeLessThan(0.8);
  expect(transactions).toMatchObject([{ amountCents: 4000, date: '2026-10-05' }, { amountCents: 2000 }]);
});

test('a known layout is only as sure as what it left to be guessed', async () => {
  const { mapping } = await read('customer_name,amount,service,day\nAna Lee,40,Botox,2026-10-05\n');
  expect(mapping).toMatchObject({ layout: 'plain', confidence: 0.6 });
  const { mapping: complete } = await read('customer_name,amount,service\nAna Lee,40,Botox\n');
  expect(complete.confidence).toBe(1);
});

test('a person’s correction counts, and takes the field from where it was', async () => {
  const columns = [{ columnIndex: 8, field: 'date' as const }];
  const { mapping, transactions } = await read(UNKNOWN, { mapping: columns });
  expect(mapping.columns[8]).toMatchObject({
    field: 'date',
    confidence: 1,
    samples: ['01/02/1980', '03/04/1985'],
  });
  expect(mapping.columns[4]).toMatchObject({ field: 'ignore' });
  expect(transactions[0]?.date).toBe('1980-01-02');
});

test('a correction that names a column the file has not is refused', async () => {
  const mapping = [{ columnIndex: 40, field: 'amount' as const }];
  await expect(read(UNKNOWN, { mapping })).rejects.toMatchObject({ code: 'upload.bad_mapping' });
});

test('first and last name are joined, blank and repeated headers get names of their own', async () => {
  const { mapping, transactions } = await read('First Name,Last Name,Amount,,Notes,Notes\nAna,Lee,5,,x,y\n');
  expect(transactions[0]?.customerName).toBe('Ana Lee');
  expect(mapping.columns.map(({ column }) => column)).toEqual([
    'First Name',
    'Last Name',
    'Amount',
    'Column 4',
    'Notes',
    'Notes (2)',
  ]);
});

test('of a header cell of a million characters the beginning is compared with known names', () => {
  const compared = normalizeHeader(`Amount ${'of what was redeemed '.repeat(50_000)}`);
  expect(compared).toMatch(/^amount of what was redeemed/);
  expect(compared.length).toBeLessThan(1000);
});

test('a points column stands for dollars when there is nothing better', async () => {
  const { transactions } = await read(
    'Member Name,Allē Points Used,Date\nAna Lee,400 pts,01/15/2024\nBo Lee,200,01/16/2024\n',
  );
  expect(transactions.map(({ amountCents }) => amountCents)).toEqual([4000, 2000]);
});

test('known layouts are recognized by header names wherever the columns stand', async () => {
  const url = new URL('../providers/fresha/fixture.csv', import.meta.url);
  const [header, ...rows] = readFileSync(url, 'utf8')
    .replaceAll(/"(\w+ \d+), (\d+)"/g, '$1 $2')
    .trimEnd()
    .split('\n');
  const reversed = [header!, ...rows].map((line) => line.split(',').reverse().join(',')).join('\n');
  const { mapping, transactions } = await read(reversed, { side: 'pos' });
  expect(mapping.layout).toBe('fresha');
  expect(transactions[0]).toMatchObject({ transactionId: '4401', amountCents: 4000, program: 'alle' });
});
