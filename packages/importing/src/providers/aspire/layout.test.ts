import { readFixture } from '../../node/testing/read-fixture.ts';

test('an ASPIRE certificate is known by its number', async () => {
  const read = await readFixture(import.meta.url, './certificates.fixture.csv', 'reward');
  expect(read.layout).toBe('aspire-certificates');
  expect(read.transactions[0]).toMatchObject({ transaction_id: 'C-77120', amount: 60, program: 'aspire' });
  expect(read).toMatchSnapshot();
});

test('all_patients is refused as a balance', async () => {
  await expect(readFixture(import.meta.url, './all-patients.fixture.csv', 'reward')).rejects.toMatchObject({
    code: 'upload.snapshot',
    message: expect.stringContaining('balance snapshot'),
  });
});

test('Patient_Savings is refused as a balance', async () => {
  await expect(readFixture(import.meta.url, './patient-savings.fixture.csv', 'reward')).rejects.toMatchObject(
    {
      code: 'upload.snapshot',
      message: expect.stringContaining('balance snapshot'),
    },
  );
});
