// An export is of a run as it stands: what was given up of its redemptions since, and what later files say of its sales.
import { buffer } from 'node:stream/consumers';
import { MATCHES_COLUMNS } from '@medspasync/schemas';
import excel from 'exceljs';
import { reconcileToEnd, startTestApp, type TestApp, type TestOrganization } from '../../testing/index.ts';

const ANA = {
  customer_name: 'Ana Reyes',
  customer_phone: '5550100001',
  amount: 100,
  date: '2026-03-02',
  program: 'alle',
};
const BEA = { ...ANA, customer_name: 'Bea Holm', customer_phone: '5550100077', program: 'evolus' };
const IDA = { ...ANA, customer_name: 'Ida Munk', customer_phone: '5550100055', program: 'aspire' };
const sale = (of: object, id: string) => ({ ...of, transaction_id: id });
const NOTE = '=HYPERLINK("http://x")';

let app: TestApp;
let spa: TestOrganization;
let jobId: string;
beforeAll(async () => {
  app = await startTestApp({ withWorker: true });
  spa = await app.createOrganization();
  const reward_transactions = [sale(ANA, 'R-1'), sale(BEA, 'R-2'), sale(IDA, 'R-3')];
  const pos_transactions = [sale(ANA, 'P-1'), sale(BEA, 'P-2'), sale(IDA, 'P-3')];
  const run = await reconcileToEnd(app, spa, { reward_transactions, pos_transactions });
  ({ jobId } = run);
  await payInPart('R-1');
  const writeOff = { verdict: 'written_off', reason: 'refused_by_manufacturer', note: NOTE };
  await app.http.post(run.pathOf('R-1')).set(as('reviewer')).send(writeOff).expect(200);
  const other = { ...sale(ANA, 'S-1'), customer_name: 'Zed Quill', customer_phone: '5550100099' };
  await reconcileToEnd(app, spa, {
    reward_transactions: [other],
    pos_transactions: [
      { ...sale(BEA, 'P-9'), type: 'refund', date: '2026-03-09' },
      sale({ ...IDA, amount: 60 }, 'P-3'),
    ],
  });
  await app.http.post(run.pathOf('R-1', 'decision/approval')).set(as('manager')).expect(200);
});
afterAll(() => app.close());

const as = (role: keyof TestOrganization['members']) => spa.members[role].authorization;

async function payInPart(id: string): Promise<void> {
  const paths = { redemptions: '/reimbursements/redemptions', payments: '/reimbursements/payments' };
  const { body } = await app.http.get(paths.redemptions).set(as('viewer')).expect(200);
  const { redemption_id } = body.redemptions.find(
    ({ transaction }: { transaction: { transaction_id: string } }) => transaction.transaction_id === id,
  );
  const file = Buffer.from('Remittance ID,Payment Date,Amount,Program\nL-1,2026-03-20,70,alle');
  await app.http
    .post('/upload/reimbursements')
    .set(as('reviewer'))
    .attach('file', file, 'remittance.csv')
    .expect(200);
  const [payment] = (await app.http.get(paths.payments).set(as('viewer')).expect(200)).body.payments;
  await app.http
    .post(`${paths.payments}/${payment.payment_id}/settlement`)
    .set(as('reviewer'))
    .send({ redemption_ids: [redemption_id] })
    .expect(200);
}

const exported = async (format: string): Promise<Buffer> => {
  const { body } = await app.http
    .post('/export')
    .set(as('viewer'))
    .send({ job_id: jobId, format })
    .buffer(true)
    .parse((response, done) => {
      buffer(response as unknown as NodeJS.ReadableStream).then(
        (bytes) => void done(null, bytes),
        (error) => void done(error, null),
      );
    })
    .expect(200);
  return body;
};

test('the rest that was given up, why, and what a later file says of the sale are fields of the row', async () => {
  const rows = JSON.parse((await exported('json')).toString('utf8'));
  expect(rows.slice(0, 3)).toEqual([
    expect.objectContaining({
      reward_id: 'R-1',
      rest_written_off: 30,
      rest_awaiting_approval: null,
      rest_reason: `The manufacturer refused it: ${NOTE}`,
      sale_note: null,
    }),
    expect.objectContaining({
      reward_id: 'R-2',
      result: 'review_required',
      rest_written_off: null,
      rest_reason: null,
      sale_note: 'Its sale of $100.00 was refunded or voided',
    }),
    expect.objectContaining({
      reward_id: 'R-3',
      sale_note: 'Its sale was corrected from $100.00 to $60.00 since',
    }),
  ]);
});

test('a workbook has them as columns behind those of every matches file', async () => {
  const workbook = new excel.Workbook();
  await workbook.xlsx.load(new Uint8Array(await exported('xlsx')).buffer as ArrayBuffer);
  const sheet = workbook.worksheets[0]!;
  const cells = (row: number): unknown[] => (sheet.getRow(row).values as unknown[]).slice(1);
  expect(cells(1)).toEqual([
    ...MATCHES_COLUMNS,
    'rest_written_off',
    'rest_awaiting_approval',
    'rest_reason',
    'sale_note',
  ]);
  expect(cells(2)[7]).toBe(30);
  expect(cells(2)[9]).toBe(`The manufacturer refused it: ${NOTE}`);
  expect(cells(3).at(-1)).toBe('Its sale of $100.00 was refunded or voided');
});
