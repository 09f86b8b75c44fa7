// The log as it is read: paged, narrowed, and by whom.
import { randomUUID } from 'node:crypto';
import { AuditEventsWire } from '@medspasync/schemas';
import { app, get, setUpSixEvents, spa } from './testing/six-events.ts';

setUpSixEvents();

describe('the list', () => {
  test('shows who did what, the newest first, and is paged', async () => {
    const { body } = await get('/audit?limit=2&page=2').expect(200);
    expect(AuditEventsWire.parse(body)).toEqual(body);
    expect(body).toMatchObject({ page: 2, limit: 2, total_events: 6 });
    expect(body.events.map(({ seq }: { seq: number }) => seq)).toEqual([4, 3]);
    expect(body.events[0]).toMatchObject({
      action: 'job.started',
      actor: { user_id: spa.members.manager.userId, name: 'The manager' },
      subject: { kind: 'job', id: 'job-4' },
    });
  });

  test('is narrowed by action, person, subject and time', async () => {
    const total = async (query: string): Promise<number> =>
      (await get(`/audit?${query}`).expect(200)).body.total_events;
    expect(await total('action=results.read')).toBe(0);
    expect(await total('action=job.started')).toBe(6);
    expect(await total(`user_id=${spa.members.manager.userId}`)).toBe(6);
    expect(await total(`user_id=${randomUUID()}`)).toBe(0);
    expect(await total('subject_id=job-5')).toBe(1);
    expect(await total(`until=2020-01-01T00:00:00Z`)).toBe(0);
    expect(await total(`from=2020-01-01T00:00:00Z`)).toBe(6);
    expect(await total(`action=${encodeURIComponent("' OR 1=1--")}`)).toBe(0);
  });

  test('is for administrators and viewers, of their own organization', async () => {
    await get('/audit', 'admin').expect(200);
    await get('/audit', 'manager').expect(403);
    await get('/audit/verify', 'reviewer').expect(403);
    const other = await app.createOrganization();
    const { body } = await app.http.get('/audit').set(other.members.viewer.authorization).expect(200);
    expect(body.total_events).toBe(0);
  });
});
