// A spa with a sale of $100 in March that two rewards share, for tests of what files say of such a sale afterwards.
import type { JobResultsWire, PeriodPreviewWire, ResultRowWire } from '@medspasync/schemas';
import {
  type FinishedRun,
  reconcileToEnd,
  startTestApp,
  type TestApp,
  type TestOrganization,
} from '../../../../testing/index.ts';

const ANA = {
  customer_name: 'Ana Reyes',
  customer_phone: '5550100001',
  customer_email: 'ana@example.test',
  amount: 40,
  date: '2026-03-02',
  program: 'alle',
  service: 'Botox',
};
/** Of nobody whose name is near. */
export const STRANGER = {
  ...ANA,
  customer_name: 'Zed Quill',
  customer_phone: '5550100077',
  customer_email: 'zed@example.test',
  date: '2026-03-20',
  program: 'evolus',
  service: 'Jeuveau',
};
export const SOMEBODY = {
  ...ANA,
  transaction_id: 'S-1',
  customer_name: 'Ida Munk',
  customer_phone: '5550100055',
  customer_email: 'ida@example.test',
  date: '2026-03-28',
  program: 'xperience',
  service: 'Xeomin',
};
export const R1 = { ...ANA, transaction_id: 'R-1' };
export const R2 = { ...STRANGER, transaction_id: 'R-2', amount: 60 };
export const P1 = { ...ANA, transaction_id: 'P-1', amount: 100 };
export const INVOICED = { ...P1, invoice_id: 'INV-7001' };
/** A sale of what `R1` redeems. */
export const EQUAL = { ...INVOICED, amount: 40 };
const PART = 'The reward is part of a larger invoice.';

export let app: TestApp;
export let spa: TestOrganization;

/** Gives every test of a file a spa of its own. */
export function setUpSpa(): void {
  beforeAll(async () => {
    app = await startTestApp({ withWorker: true });
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    spa = await app.createOrganization();
  });
}

/** The same functions, meanwhile, in an organization of its own. */
export async function inAnotherSpa(work: () => Promise<unknown>): Promise<void> {
  const ours = spa;
  spa = await app.createOrganization();
  await work();
  spa = ours;
}

type Member = keyof TestOrganization['members'];
export const as = (role: Member = 'reviewer') => spa.members[role].authorization;
export const get = async (path: string) => (await app.http.get(path).set(as('viewer')).expect(200)).body;
export const run = (rewards: object[], sales: object[], threshold = 1): Promise<FinishedRun> =>
  reconcileToEnd(app, spa, { reward_transactions: rewards, pos_transactions: sales, threshold });
export const decide = (of: FinishedRun, id: string, decision: object) =>
  app.http.post(of.pathOf(id)).set(as()).send(decision);
export const approve = (of: FinishedRun, id: string) => decide(of, id, { verdict: 'approved' });
export const share = (of: FinishedRun, id: string, whose: string) =>
  decide(of, id, { verdict: 're_paired', pos_result_id: of.rowOf(whose).result_id, note: PART });
export const undoRun = ({ jobId }: FinishedRun) =>
  app.http.post(`/reconcile/jobs/${jobId}/undo`).set(as('manager')).expect(200);
export const results = ({ jobId }: FinishedRun): Promise<JobResultsWire> =>
  get(`/reconcile/jobs/${jobId}/results?limit=100`);
export const rowIn = async (of: FinishedRun, id: string): Promise<ResultRowWire> =>
  (await results(of)).results.find(
    (row) => (row.reward_transaction ?? row.pos_transaction)?.transaction_id === id,
  )!;
export const figures = async (): Promise<PeriodPreviewWire['figures']> =>
  (await get('/periods/preview?month=2026-03')).figures;

/** With whatever is open in it. */
export async function closeMarch(): Promise<void> {
  const { open_items_digest: acknowledged_digest } = await get('/periods/preview?month=2026-03');
  const closing = { month: '2026-03', acknowledged_digest };
  await app.http.post('/periods').set(as('manager')).send(closing).expect(201);
}

let runs = 0;
/** A run of a reward that nothing claims, whose file has these sales and refunds. */
export const read = (...sales: object[]): Promise<FinishedRun> => {
  runs += 1;
  return run([{ ...SOMEBODY, transaction_id: `S-${runs}`, date: '2026-04-28' }], sales);
};

export const refundOf = (sale: object, change: object = {}) => ({
  ...sale,
  transaction_id: 'P-2',
  type: 'refund',
  date: '2026-03-09',
  ...change,
});

/** R-1 of $40 and R-2 of $60 on a sale of $100. */
export async function twoOnOne(sale: object = INVOICED): Promise<FinishedRun> {
  const both = await run([R1, R2], [sale]);
  await approve(both, 'R-1').expect(200);
  await share(both, 'R-2', 'R-1').expect(200);
  expect(await figures()).toMatchObject({ matched: 2, matched_amount: 100, open: 0 });
  return both;
}

/** Twenty people decide about both rewards while `changing` goes on, and once more when it is over. */
export async function twentyDecideDuring(both: FinishedRun, changing: Promise<unknown>): Promise<void> {
  const act = (turn: number) => {
    const id = turn % 2 === 0 ? 'R-1' : 'R-2';
    if (turn % 3 === 0) return app.http.delete(both.pathOf(id)).set(as());
    return turn % 2 === 0 ? approve(both, id) : share(both, id, 'R-1');
  };
  const answers = await Promise.all(Array.from({ length: 20 }, (_, turn) => act(turn)));
  expect(answers.filter(({ status }) => status !== 200 && status !== 409)).toEqual([]);
  await changing;
  await Promise.all(Array.from({ length: 20 }, (_, turn) => act(turn + 1)));
}
