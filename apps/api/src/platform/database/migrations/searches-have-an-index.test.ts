import { databaseBefore } from '../../../testing/migrated-database.ts';
import { queryAt } from '../../../testing/query-at.ts';
import { SearchesHaveAnIndex } from './0150-searches-have-an-index.ts';

let earlier: Awaited<ReturnType<typeof databaseBefore>>;

beforeAll(async () => {
  earlier = await databaseBefore(SearchesHaveAnIndex);
});
afterAll(() => earlier.drop());

test('rows of earlier releases are found by what they say, each by its own line', async () => {
  const id = (n: number): string => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`;
  await queryAt(
    earlier.url,
    `INSERT INTO organizations (id, name) VALUES ('${id(1)}', 'Glow');
     INSERT INTO uploads (organization_id, id, side, origin, size_bytes, transactions_count, details, key_id)
       VALUES ('${id(1)}', '${id(2)}', 'reward', 'file', 0, 501, 'sealed', 'k');
     INSERT INTO transactions (organization_id, id, upload_id, side, lineage_id, amount_cents, patient,
         patient_hashes, key_id, transaction_id, service)
       SELECT '${id(1)}', ('00000000-0000-4000-8000-' || lpad((1000 + n)::text, 12, '0'))::uuid, '${id(2)}', 'reward',
              ('00000000-0000-4000-8000-' || lpad((1000 + n)::text, 12, '0'))::uuid, 4000, 'sealed', '{}', 'k', 'R-' || n, E'Botox\\n20u'
       FROM generate_series(0, 500) AS n;
     INSERT INTO upload_rows (organization_id, upload_id, position, transaction_id, recognition)
       SELECT organization_id, upload_id, substr(transaction_id, 3)::int, id, 'new' FROM transactions;`,
  );
  await earlier.migrate();
  const batches = await queryAt<{ first_position: number; transaction_ids: string[]; words: string }>(
    earlier.url,
    'SELECT first_position, transaction_ids, words FROM upload_words ORDER BY first_position',
  );
  expect(batches.map(({ first_position }) => first_position)).toEqual([0, 500]);
  const lines = batches.flatMap(({ words }) => words.split('\n'));
  const ids = batches.flatMap(({ transaction_ids }) => transaction_ids);
  expect([lines.length, ids.length]).toEqual([501, 501]);
  expect([lines[7], ids[7]]).toEqual(['botox 20u r-7', id(1007)]);
  expect([lines[500], ids[500]]).toEqual(['botox 20u r-500', id(1500)]);
});
