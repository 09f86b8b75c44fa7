import { randomBytes } from 'node:crypto';
import { createTestDatabase } from '../../../testing/index.ts';
import { type Migration, runMigrations } from '../../../testing/migrated-database.ts';
import { queryAt } from '../../../testing/query-at.ts';
import { TenancyAndReconciliation } from './0001-tenancy-and-reconciliation.ts';
import { ResultsKeepTheirRecommendation } from './0002-results-keep-their-recommendation.ts';
import { PatientDataIsSealed } from './0021-patient-data-is-sealed.ts';
import { MIGRATIONS } from './index.ts';

const owner = `owner_${randomBytes(4).toString('hex')}`;
const id = (n: number): string => `00000000-0000-4000-8000-00000000000${n}`;
let server: Awaited<ReturnType<typeof createTestDatabase>>;
let url: URL;

const run = (migrations: Migration[]) => runMigrations(url.href, migrations);

// An owner that is no superuser: row-level security, which is forced, hides every row from it.
beforeAll(async () => {
  server = await createTestDatabase();
  url = new URL(server.url);
  Object.assign(url, { username: owner, password: 'of-the-owner', pathname: `/${owner}` });
  await queryAt(server.url, `CREATE ROLE ${owner} LOGIN NOSUPERUSER PASSWORD 'of-the-owner'`);
  await queryAt(server.url, `CREATE DATABASE ${owner} OWNER ${owner}`);
  await run([TenancyAndReconciliation, ResultsKeepTheirRecommendation]);
});
afterAll(async () => {
  await queryAt(server.url, `DROP DATABASE ${owner} WITH (FORCE)`);
  await queryAt(server.url, `DROP ROLE ${owner}`);
  await server.drop();
});

const unsealed = (base64: string): unknown => JSON.parse(Buffer.from(base64, 'base64').toString());

test('what was stored in plain columns is all there, where the application reads it, and no longer in them', async () => {
  const superuser = new URL(server.url);
  superuser.pathname = url.pathname;
  await queryAt(
    superuser.href,
    `INSERT INTO organizations (id, name) VALUES ('${id(1)}', 'Glow');
     INSERT INTO uploads (organization_id, id, side, origin, filename, size_bytes, mapping, skipped, transactions_count)
       VALUES ('${id(1)}', '${id(2)}', 'reward', 'file', 'Zoë.csv', 9, '{"layout_name": "Square"}', '[{"row": 3, "reason": "blank"}]', 1),
              ('${id(1)}', '${id(3)}', 'pos', 'request', 'request', 0, NULL, '[]', 0);
     INSERT INTO upload_chunks VALUES ('${id(1)}', '${id(2)}', 0, '\\x00ff80');
     INSERT INTO transactions (organization_id, id, upload_id, position, customer_name, customer_email, amount_cents)
       VALUES ('${id(1)}', '${id(4)}', '${id(2)}', 0, 'Zoë Ångström', 'zoe@example.com', 4000);
     INSERT INTO jobs (organization_id, id, reward_upload_id, pos_upload_id, threshold, request_sha256, total_transactions)
       VALUES ('${id(1)}', '${id(5)}', '${id(2)}', '${id(3)}', 0.95, '', 1);
     INSERT INTO job_results (organization_id, id, job_id, position, result, match_probability, reward_transaction_id, explanation, recommendation)
       VALUES ('${id(1)}', '${id(6)}', '${id(5)}', 0, 'match', 1, '${id(4)}', '{"summary": "Same patient"}', 'AUTO_APPROVE'),
              ('${id(1)}', '${id(7)}', '${id(5)}', 1, 'no_match', 0, NULL, NULL, 'REVIEW_REQUIRED');
     INSERT INTO decisions (organization_id, id, job_id, result_id, verdict, note, decided_by)
       VALUES ('${id(1)}', '${id(8)}', '${id(5)}', '${id(6)}', 'approved', 'Zoë called', '${id(9)}');`,
  );

  await run([TenancyAndReconciliation, ResultsKeepTheirRecommendation, PatientDataIsSealed]);
  const read = async (table: string) =>
    queryAt<Record<string, string>>(superuser.href, `SELECT * FROM ${table} ORDER BY id`);

  const [transaction] = await read('transactions');
  expect(transaction?.key_id).toBe('none');
  expect(unsealed(transaction!.patient!)).toEqual({
    customerName: 'Zoë Ångström',
    customerEmail: 'zoe@example.com',
  });
  const [upload, request] = await read('uploads');
  expect(upload).toMatchObject({ key_id: 'none', layout_name: 'Square', skipped_count: 1 });
  expect(unsealed(upload!.details!)).toEqual({
    filename: 'Zoë.csv',
    mapping: { layout_name: 'Square' },
    skipped: [{ row: 3, reason: 'blank' }],
    unreadable: [],
  });
  expect(unsealed(request!.details!)).toMatchObject({ filename: 'request', mapping: null });
  const [chunk] = await read('upload_chunks');
  expect(Buffer.from(chunk!.content!, 'base64')).toEqual(Buffer.from([0x00, 0xff, 0x80]));
  const [match, unclaimed] = await read('job_results');
  expect(unsealed(match!.words!)).toEqual({ explanation: { summary: 'Same patient' }, runnerUp: null });
  expect([match?.side, unclaimed?.side, unclaimed?.words, unclaimed?.key_id]).toEqual([
    'reward',
    'pos',
    null,
    null,
  ]);
  const [decision] = await read('decisions');
  expect(Buffer.from(decision!.note!, 'base64').toString()).toBe('Zoë called');

  const columns = await queryAt<{ name: string }>(
    superuser.href,
    `SELECT column_name AS name FROM information_schema.columns WHERE table_schema = 'public'
       AND column_name IN ('customer_name', 'customer_phone', 'customer_email', 'explanation', 'runner_up', 'mapping', 'skipped', 'filename')`,
  );
  expect(columns).toEqual([]);
  const unforced = await queryAt(
    superuser.href,
    "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = 'public'::regnamespace AND relrowsecurity AND NOT relforcerowsecurity",
  );
  expect(unforced).toEqual([]);
});

test('a database with rows that still wait for their seal takes every later migration', async () => {
  await run(MIGRATIONS);
  const superuser = new URL(server.url);
  superuser.pathname = url.pathname;
  const waiting = await queryAt(superuser.href, "SELECT id FROM job_results WHERE key_id = 'none'");
  expect(waiting).toHaveLength(1);
  await expect(
    queryAt(superuser.href, "UPDATE job_results SET position = 9 WHERE key_id = 'none'"),
  ).rejects.toThrow('job_results_sealed');
});
