// What became of a row that nothing can match is told in the words of the engine, in the results as in the file.
import {
  type FinishedRun,
  reconcileToEnd,
  startTestApp,
  type TestApp,
  type TestOrganization,
} from '../../../testing/index.ts';

const ana = {
  customer_name: 'Ana Reyes',
  customer_phone: '5550100001',
  amount: 40,
  program: 'alle',
  service: 'Botox',
};
const ben = {
  customer_name: 'Ben Okafor',
  customer_phone: '5550100002',
  amount: 60,
  program: 'alle',
  service: 'Botox',
};

let app: TestApp;
let spa: TestOrganization;
let run: FinishedRun;
beforeAll(async () => {
  app = await startTestApp({ withWorker: true });
  spa = await app.createOrganization();
  run = await reconcileToEnd(app, spa, {
    reward_transactions: [
      { ...ana, transaction_id: 'R-1', date: '2026-03-02', reference: 'AUTH-1' },
      { ...ana, transaction_id: 'R-2', date: '2026-03-02', reference: 'AUTH-1', type: 'void' },
      { ...ben, transaction_id: 'R-3', date: '2026-03-05' },
    ],
    pos_transactions: [
      { ...ben, transaction_id: 'P-1', date: '2026-03-05', invoice_id: 'I-1' },
      { ...ben, transaction_id: 'P-2', date: '2026-03-06', invoice_id: 'I-1', type: 'refund' },
    ],
  });
});
afterAll(() => app.close());

const NOTES = {
  'R-1': 'Taken back by a refund or void',
  'R-2': 'Voided: it asks for nothing',
  'R-3': 'The $60.00 sale of 5 March 2026 was refunded or voided',
  'P-2': 'A refund: it asks for nothing',
};

test('a row that was taken back, and one whose sale was, say what became of them', async () => {
  for (const [id, note] of Object.entries(NOTES)) expect([id, run.rowOf(id).note]).toEqual([id, note]);
  expect(run.rows.filter(({ note }) => note === null)).toEqual([]);
});

test('an exported file says the same, and names the sale that is gone', async () => {
  const { body } = await app.http
    .post('/export')
    .set(spa.members.viewer.authorization)
    .send({ job_id: run.jobId, format: 'json' })
    .expect(200);
  const reasons = new Map(
    body.map(({ pos_ids, reason, reward_id }: Record<string, string>) => [reward_id ?? pos_ids![0], reason]),
  );
  expect(reasons.get('R-1')).toContain(NOTES['R-1']);
  expect(reasons.get('R-2')).toContain(NOTES['R-2']);
  expect(reasons.get('R-3')).toContain(`${NOTES['R-3']} (P-1)`);
  expect(reasons.get('P-2')).toContain(NOTES['P-2']);
});
