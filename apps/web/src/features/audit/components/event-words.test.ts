// Events read as sentences about people, whatever version recorded them.
import type { AuditEventWire } from '@medspasync/schemas';
import { actionOf, actorOf, detailOf, subjectOf } from './event-words.ts';

const USER_ID = '6f1c7a52-94a3-4d19-9a51-6f6a0d1f5e10';
const event: AuditEventWire = {
  seq: 7,
  at: '2026-11-26T09:00:00.000Z',
  action: 'results.read',
  actor: { user_id: USER_ID, name: 'Vivian Cho', session_id: null, api_key_id: null },
  subject: { kind: 'job', id: '0d4f6d0a-2b39-4a0e-93a5-7f2f7c6c3b01' },
  detail: { rows: 50, upload_ids: [USER_ID, USER_ID] },
};

test('an event says who did what to what', () => {
  expect([actorOf(event), actionOf(event), subjectOf(event), detailOf(event)]).toEqual([
    'Vivian Cho',
    'Results read',
    'job 0d4f6d0a',
    'rows 50 · upload ids 6f1c7a52, 6f1c7a52',
  ]);
});

test('an amount is told in dollars', () => {
  expect(detailOf({ ...event, detail: { settled: 23, settled_amount: 10875 } })).toBe(
    'settled 23 · settled amount $10,875.00',
  );
});

test('a key, a schedule and someone who left are told apart', () => {
  const actorWith = (actor: Partial<AuditEventWire['actor']>) =>
    actorOf({ ...event, actor: { ...event.actor, ...actor } });
  expect(actorWith({ api_key_id: USER_ID })).toBe('Vivian Cho, by API key');
  expect(actorWith({ user_id: null, name: null })).toBe('The system');
  expect(actorWith({ name: null })).toBe('A former member');
});

test('an action nobody has words for keeps its name', () => {
  expect(actionOf({ ...event, action: 'moon.landed' })).toBe('moon.landed');
});
