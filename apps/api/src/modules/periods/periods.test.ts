// Closing a month: what is open has to be known, what is closed stays as it is, and opening it again takes a reason.
import { currentEntityManager } from '../../platform/database/index.ts';
import {
  app,
  as,
  close,
  closeAll,
  type Member,
  preview,
  propose,
  quayId,
  reopen,
  run,
  setUpMarch,
  spa,
  WRITE_OFF,
} from './testing/march.ts';

setUpMarch();

const setPatientAccess = (role: Member, patient_access: boolean) =>
  app.http
    .patch(`/organizations/current/members/${spa.members[role].userId}`)
    .set(as('admin'))
    .send({ patient_access })
    .expect(200);

async function withoutPatients<T>(role: Member, work: () => Promise<T>): Promise<T> {
  await setPatientAccess(role, false);
  try {
    return await work();
  } finally {
    await setPatientAccess(role, true);
  }
}

test('a month lists what is open in it, the dearest first, and is not closed over it unawares', async () => {
  const { figures, is_over, open_items } = await preview();
  expect(is_over).toBe(true);
  expect(figures).toMatchObject({ rewards: 3, reward_amount: 125, open: 3, open_amount: 125 });
  expect(open_items.map(({ result_id }) => result_id)).toEqual(
    ['M-2', 'M-1', 'M-3'].map((id) => run.rowOf(id).result_id),
  );
  expect(open_items[1]).toMatchObject({ job_id: run.jobId, happened_on: '2026-03-02', state: 'MISSING' });
  expect(JSON.stringify(open_items)).not.toContain('Patient');
  const { body } = await close({ month: '2026-03' }).expect(409);
  expect(body).toMatchObject({ code: 'period.open_items' });
  expect(body.detail).toContain('3 rows are open, $125.00 in all.');
});

test('open items that were acknowledged are closed over, but only as they were seen', async () => {
  const { open_items_digest } = await preview();
  await app.http.post(run.pathOf('M-1')).set(as('reviewer')).send(WRITE_OFF).expect(200);
  const stale = await close({ month: '2026-03', acknowledged_digest: open_items_digest }).expect(409);
  expect(stale.body.detail).toContain('not the ones that were acknowledged');
  const period = await closeAll({ month: '2026-03' });
  expect(period).toMatchObject({
    month: '2026-03',
    is_closed: true,
    closed_by: 'The manager',
    figures: { open: 3, awaiting_approval: 1 },
  });
});

test('a month with nothing open is closed at once', async () => {
  for (const id of ['M-1', 'M-2', 'M-3']) {
    await propose(id).expect(200);
    await app.http.post(run.pathOf(id, 'decision/approval')).set(as('manager')).expect(200);
  }
  const { body } = await close({ month: '2026-03' }).expect(201);
  expect(body.figures).toMatchObject({ open: 0, written_off: 3, written_off_amount: 125 });
});

test('a month that is not over where the spa is stays open', async () => {
  const { body } = await close({ month: '2099-01' }).expect(409);
  expect(body.code).toBe('period.not_over');
});

test('a member without patient access reads no cell in what is open', async () => {
  const { open_items: inFull } = await preview();
  expect(inFull[0]!.location).toBe('Quay');
  await app.platform.database.withinOrganization(spa.organizationId, () =>
    currentEntityManager().query('UPDATE memberships SET patient_access = false WHERE user_id = $1', [
      spa.members.viewer.userId,
    ]),
  );
  const { open_items } = await preview();
  expect(open_items).toEqual(inFull.map((item) => ({ ...item, location: null })));
});

test('a close holds its location and program only', async () => {
  await closeAll({ month: '2026-03', location_id: quayId, program: 'alle' });
  const { body } = await propose('M-1').expect(409);
  expect(body.detail).toBe('March 2026, Quay, Allē is closed. Reopen it first.');
  await propose('M-2').expect(200);
  await propose('M-3').expect(200);
  expect((await close({ month: '2026-03', location_id: quayId, program: 'alle' })).body.code).toBe(
    'period.closed',
  );
  const wider = await closeAll({ month: '2026-03', program: 'alle' });
  expect(wider.location_name).toBeNull();
});

test('a location that is renamed takes its closed months along', async () => {
  await closeAll({ month: '2026-03', location_id: quayId });
  const path = `/organizations/current/locations/${quayId}`;
  await app.http.patch(path).set(as('admin')).send({ name: 'Harbor' }).expect(200);
  await propose('M-1').expect(409);
});

test('a reopened month takes decisions again; who, when and why stay on record', async () => {
  const { period_id } = await closeAll({ month: '2026-03' });
  await reopen(period_id, 'manager').expect(403);
  expect((await reopen(period_id).expect(200)).body).toMatchObject({
    is_closed: false,
    reopened_by: 'The admin',
    reopen_reason: 'A late remittance of March.',
  });
  expect((await reopen(period_id).expect(409)).body.code).toBe('period.not_closed');
  await propose('M-1').expect(200);
  const { body } = await app.http.get('/periods?month=2026-03').set(as('viewer')).expect(200);
  expect(body.periods).toHaveLength(1);
  const outline = await withoutPatients('viewer', () =>
    app.http.get('/periods').set(as('viewer')).expect(200),
  );
  expect(outline.body.periods[0].reopen_reason).toBeNull();
  await closeAll({ month: '2026-03' });
  const events = await app.http.get('/audit?limit=50').set(as('admin')).expect(200);
  const actions = events.body.events.map(({ action }: { action: string }) => action);
  expect(actions.filter((action: string) => action.startsWith('period.'))).toEqual([
    'period.closed',
    'period.reopened',
    'period.closed',
  ]);
  // Whoever reads the reason is in the log; who sees the month without it has read nothing sealed.
  expect(actions.filter((action: string) => action === 'periods.read')).toHaveLength(1);
});

test('a reason to reopen has to be one', async () => {
  const { period_id } = await closeAll({ month: '2026-03' });
  const { body } = await app.http
    .post(`/periods/${period_id}/reopen`)
    .set(as('admin'))
    .send({ reason: 'oops' })
    .expect(422);
  expect(body.errors[0].field).toBe('reason');
});

test('of twenty who close one month at once, exactly one does', async () => {
  const { open_items_digest } = await preview();
  const body = { month: '2026-03', acknowledged_digest: open_items_digest };
  const answers = await Promise.all(Array.from({ length: 20 }, () => close(body)));
  expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
  const others = answers.filter(({ status }) => status !== 201);
  expect(others.every(({ body: { code } }) => code === 'period.closed')).toBe(true);
});

test('what is no month is told in words, in a query and in a body', async () => {
  const words = [{ field: 'month', message: 'must be a month such as 2026-03' }];
  const asked = await app.http.get('/periods/preview?month=2026-13').set(as('manager')).expect(422);
  expect(asked.body.errors).toEqual(words);
  const closed = await app.http.post('/periods').set(as('manager')).send({ month: '2026-13' }).expect(422);
  expect(closed.body.errors).toEqual(words);
});
