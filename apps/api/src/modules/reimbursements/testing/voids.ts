// A redemption, its sale and its void, in whatever files the portal has put them.
import type { RedemptionWire, ResultRowWire } from '@medspasync/schemas';
import {
  type FinishedRun,
  reconcileToEnd,
  startTestApp,
  type TestApp,
  type TestOrganization,
} from '../../../testing/index.ts';

export const ANA = {
  customer_name: 'Ana Reyes',
  customer_phone: '5550100001',
  amount: 40,
  date: '2026-03-02',
  program: 'alle',
};
export const SALE = { ...ANA, transaction_id: 'P-1' };
export const R1 = { ...ANA, transaction_id: 'R-1', type: 'redemption', reference: 'C-77123' };
export const V1 = { ...ANA, transaction_id: 'V-1', type: 'void', reference: 'C-77123', date: '2026-04-06' };
export const BEA = {
  ...ANA,
  transaction_id: 'R-9',
  customer_name: 'Bea Holm',
  customer_phone: '5550100077',
};

export let app: TestApp;
export let spa: TestOrganization;

/** Gives every test of a file a spa of its own without a row. */
export function setUpSpa(): void {
  beforeAll(async () => {
    app = await startTestApp({ withWorker: true });
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    spa = await app.createOrganization();
  });
}

type Member = keyof TestOrganization['members'];
export const as = (role: Member) => spa.members[role].authorization;
export const reconcile = (rewards: object[], sales: object[] = [SALE]): Promise<FinishedRun> =>
  reconcileToEnd(app, spa, { reward_transactions: rewards, pos_transactions: sales });
export const get = async (path: string) => (await app.http.get(path).set(as('viewer')).expect(200)).body;

/** Ids of the redemptions that are owed, in order. */
export const owed = async (): Promise<string[]> => {
  const { redemptions } = await get('/reimbursements/redemptions');
  return redemptions
    .filter(({ redeemed_amount }: RedemptionWire) => redeemed_amount > 0)
    .map(({ transaction }: RedemptionWire) => transaction.transaction_id)
    .sort();
};

export const REASON = 'The portal voided the wrong certificate.';

/** The row of a redemption, as it is now. */
export const rowIn = async (run: FinishedRun, id = 'R-1'): Promise<ResultRowWire> => {
  const { results } = await get(`/reconcile/jobs/${run.jobId}/results`);
  return results.find(({ reward_transaction }: ResultRowWire) => reward_transaction?.transaction_id === id);
};

/** What a person says of the void of a redemption. */
export const say = async (run: FinishedRun, id = 'R-1', stands = true) =>
  app.http
    .post(run.pathOf(id, 'reversal'))
    .set(as('reviewer'))
    .send({ reversal_id: (await rowIn(run, id)).reversal!.reversal_id, stands, reason: REASON });

export const takeBack = async (run: FinishedRun, id = 'R-1') =>
  app.http
    .delete(`${run.pathOf(id, 'reversal')}?reversal_id=${(await rowIn(run, id)).reversal!.reversal_id}`)
    .set(as('reviewer'));

/** The month of `ANA`, closed with all that is open in it. @returns the id of the period. */
export async function closeMarch(): Promise<string> {
  const { open_items_digest } = await get('/periods/preview?month=2026-03');
  const { body } = await app.http
    .post('/periods')
    .set(as('manager'))
    .send({ month: '2026-03', acknowledged_digest: open_items_digest })
    .expect(201);
  return body.period_id;
}
