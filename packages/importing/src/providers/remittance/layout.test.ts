import { readFixture } from '../../node/testing/read-fixture.ts';

test('a manufacturer’s remittance is read as payments, and money taken back as a refund', async () => {
  const read = await readFixture(import.meta.url, './fixture.csv', 'reimbursement');
  expect(read.layout).toBe('remittance');
  expect(read.transactions.map(({ type }) => type)).toEqual(['reimbursement', 'reimbursement', 'refund']);
  expect(read).toMatchSnapshot();
});
