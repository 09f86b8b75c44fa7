// A spa whose March is there to be closed: three rewards in it that nothing claims, one in April.
import type { PeriodPreviewWire, PeriodWire } from '@medspasync/schemas';
import {
  type FinishedRun,
  reconcileToEnd,
  startTestApp,
  type TestApp,
  type TestOrganization,
} from '../../../testing/index.ts';

export const reward = (id: string, date: string, amount: number, more: object = {}) => ({
  transaction_id: id,
  customer_name: `Patient ${id}`,
  amount,
  date,
  program: 'alle',
  location: 'Quay',
  ...more,
});
export const BOOKS = {
  reward_transactions: [
    reward('M-1', '2026-03-02', 40),
    reward('M-2', '2026-03-31', 60, { program: 'evolus' }),
    reward('M-3', '2026-03-15', 25, { location: 'Hill' }),
    reward('A-1', '2026-04-01', 30),
  ],
  pos_transactions: [{ transaction_id: 'P-1', customer_name: 'Zed Quill', amount: 999, date: '2024-01-02' }],
  threshold: 1,
};
export const WRITE_OFF = { verdict: 'written_off', reason: 'expired', note: 'Its certificate ran out.' };

export let app: TestApp;
export let spa: TestOrganization;
/** The run over `BOOKS`. */
export let run: FinishedRun;
export let quayId: string;

/** Gives every test of a file a spa of its own with these books, reconciled. */
export function setUpMarch(): void {
  beforeAll(async () => {
    app = await startTestApp({ withWorker: true });
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    spa = await app.createOrganization();
    const location = { name: 'Quay', time_zone: 'America/New_York' };
    const made = await app.http.post('/organizations/current/locations').set(as('admin')).send(location);
    quayId = made.body.location_id;
    run = await reconcileToEnd(app, spa, BOOKS);
  });
}

export type Member = keyof TestOrganization['members'];
export const as = (role: Member) => spa.members[role].authorization;
export const propose = (id: string) => app.http.post(run.pathOf(id)).set(as('reviewer')).send(WRITE_OFF);
export const preview = async (query = 'month=2026-03'): Promise<PeriodPreviewWire> =>
  (await app.http.get(`/periods/preview?${query}`).set(as('viewer')).expect(200)).body;
export const close = (body: object, role: Member = 'manager') =>
  app.http.post('/periods').set(as(role)).send(body);
export const closeAll = async (scope: { month: string; program?: string; location_id?: string }) => {
  const query = new URLSearchParams(scope as Record<string, string>).toString();
  const { open_items_digest } = await preview(query);
  const { body } = await close({ ...scope, acknowledged_digest: open_items_digest }).expect(201);
  return body as PeriodWire;
};
export const reopen = (id: string, role: Member = 'admin') =>
  app.http.post(`/periods/${id}/reopen`).set(as(role)).send({ reason: 'A late remittance of March.' });
