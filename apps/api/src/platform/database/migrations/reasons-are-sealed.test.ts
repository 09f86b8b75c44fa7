import { databaseBefore } from '../../../testing/migrated-database.ts';
import { queryAt } from '../../../testing/query-at.ts';
import { ReasonsAreSealed } from './0111-reasons-are-sealed.ts';

const id = (n: number): string => `00000000-0000-4000-8000-00000000000${n}`;
let earlier: Awaited<ReturnType<typeof databaseBefore>>;

beforeAll(async () => {
  earlier = await databaseBefore(ReasonsAreSealed);
});
afterAll(() => earlier.drop());

const unsealed = (base64: string): string => Buffer.from(base64, 'base64').toString();

test('reasons that were stored as typed are all there, wait for their seal, and stand in the way of nothing', async () => {
  await queryAt(
    earlier.url,
    `INSERT INTO organizations (id, name) VALUES ('${id(1)}', 'Glow');
     INSERT INTO users (id, email, display_name, password_hash) VALUES ('${id(2)}', 'zoe@example.com', 'Zoë', 'x');
     INSERT INTO memberships (organization_id, user_id, role) VALUES ('${id(1)}', '${id(2)}', 'manager');
     INSERT INTO periods (organization_id, id, month, figures, closed_by, reopened_by, reopened_at, reopen_reason)
       VALUES ('${id(1)}', '${id(3)}', '2026-03-01', '{}', '${id(2)}', '${id(2)}', now(), 'Zoë Ångström paid late'),
              ('${id(1)}', '${id(4)}', '2026-04-01', '{}', '${id(2)}', NULL, NULL, NULL);
     INSERT INTO break_glass (organization_id, id, user_id, reason, expires_at)
       VALUES ('${id(1)}', '${id(5)}', '${id(2)}', 'Zoë Ångström is here', now() + interval '5 minutes');`,
  );
  await earlier.migrate();
  const [reopened, closed] = await queryAt<{ reopen_reason: string; key_id: string }>(
    earlier.url,
    'SELECT reopen_reason, key_id FROM periods ORDER BY id',
  );
  expect([unsealed(reopened!.reopen_reason), reopened!.key_id]).toEqual(['Zoë Ångström paid late', 'none']);
  expect(closed).toEqual({ reopen_reason: null, key_id: null });
  const [access] = await queryAt<{ words: string; key_id: string }>(
    earlier.url,
    'UPDATE break_glass SET ended_at = now() RETURNING words, key_id',
  );
  expect(access!.key_id).toBe('none');
  expect(JSON.parse(unsealed(access!.words))).toEqual({ reason: 'Zoë Ångström is here', reviewNote: null });
});

test('a reason that is not sealed cannot be written any more', async () => {
  const typed = `INSERT INTO break_glass (organization_id, id, user_id, words, key_id, expires_at)
    VALUES ('${id(1)}', '${id(6)}', '${id(2)}', 'e30=', 'none', now())`;
  await expect(queryAt(earlier.url, typed)).rejects.toThrow('break_glass_sealed');
});
