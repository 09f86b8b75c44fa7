import { databaseBefore } from '../../../testing/migrated-database.ts';
import { queryAt } from '../../../testing/query-at.ts';
import { PeopleOverruleVoids } from './0195-people-overrule-voids.ts';

const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
let earlier: Awaited<ReturnType<typeof databaseBefore>>;

beforeAll(async () => {
  earlier = await databaseBefore(PeopleOverruleVoids);
});
afterAll(() => earlier.drop());

test('a redemption that a person had paired though its own file voided it stands, and the others are taken back', async () => {
  const [spa, upload, job, reviewer] = [id(1), id(2), id(3), id(4)];
  const transaction = (n: number, type: string): string =>
    `('${spa}', '${id(n)}', '${upload}', 'reward', '${id(n)}', 4000, '${type}', 'sealed', '{}', 'k')`;
  const row = (n: number, position: number): string =>
    `('${spa}', '${id(n + 100)}', '${job}', ${position}, 'reward', 'no_match', 0, '${id(n)}', 4000, 0, 'REVIEW_REQUIRED')`;
  await queryAt(
    earlier.url,
    `INSERT INTO organizations (id, name) VALUES ('${spa}', 'Glow');
     INSERT INTO uploads (organization_id, id, side, origin, size_bytes, transactions_count, details, key_id)
       VALUES ('${spa}', '${upload}', 'reward', 'file', 0, 6, 'sealed', 'k');
     INSERT INTO transactions (organization_id, id, upload_id, side, lineage_id, amount_cents, type, patient, patient_hashes, key_id)
       VALUES ${[10, 11, 12].map((n) => transaction(n, 'redemption')).join()}, ${[20, 21, 22].map((n) => transaction(n, 'void')).join()};
     INSERT INTO jobs (organization_id, id, reward_upload_id, pos_upload_id, threshold, request_digest, total_transactions)
       VALUES ('${spa}', '${job}', '${upload}', '${upload}', 0.95, '', 6);
     INSERT INTO job_results (organization_id, id, job_id, position, side, result, match_probability,
                              reward_transaction_id, amount_cents, difference_cents, recommendation)
       VALUES ${[10, 11, 12].map(row).join()};
     INSERT INTO decisions (organization_id, id, job_id, result_id, verdict, decided_by, pos_transaction_ids)
       VALUES ('${spa}', '${id(30)}', '${job}', '${id(110)}', 're_paired', '${reviewer}', ARRAY['${id(40)}']::uuid[]);
     INSERT INTO reversals (organization_id, reversal_id, redemption_id, is_later)
       VALUES ('${spa}', '${id(20)}', '${id(10)}', false), ('${spa}', '${id(21)}', '${id(11)}', false),
              ('${spa}', '${id(22)}', '${id(12)}', true);`,
  );
  await earlier.migrate();
  const links = await queryAt(
    earlier.url,
    'SELECT redemption_id, takes_back, stands, said_by FROM reversals ORDER BY redemption_id',
  );
  expect(links).toEqual([
    { redemption_id: id(10), takes_back: false, stands: true, said_by: reviewer },
    { redemption_id: id(11), takes_back: true, stands: null, said_by: null },
    { redemption_id: id(12), takes_back: true, stands: null, said_by: null },
  ]);
});
