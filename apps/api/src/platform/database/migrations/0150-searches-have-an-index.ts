// A search looks patients up by their hashes, and reads what rows say in the open from one text per batch of them, a tenth of
// what the rows themselves are. Under row-level security an index serves leakproof conditions only, which excludes whole arrays
// (a GIN index) and parts of texts (trigrams); an element of an array that equals a hash is one.
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rewriteRows } from './rewrite-rows.ts';
import { bindToOrganization } from './tenant-table.ts';

/** A full name, a surname, a phone and an e-mail; few patients have more hashes. */
const INDEXED_HASHES = [1, 2, 3, 4];

/** Rows of one text, as an upload writes them. */
const BATCH_ROWS = 500;

const HASHES = `
  ${INDEXED_HASHES.map(
    (place) =>
      `CREATE INDEX transactions_of_patient_${place} ON transactions (organization_id, (patient_hashes[${place}]));`,
  ).join('\n')}
  CREATE INDEX transactions_of_patient_more ON transactions (organization_id) WHERE cardinality(patient_hashes) > 4;
`;

// words: a line per row, in lower case; transaction_ids: of these rows; first_position: of the first of them.
const WORDS = `
  CREATE TABLE upload_words (
    organization_id uuid NOT NULL,
    upload_id uuid NOT NULL,
    first_position integer NOT NULL CHECK (first_position >= 0),
    transaction_ids uuid[] NOT NULL,
    words text NOT NULL,
    PRIMARY KEY (organization_id, upload_id, first_position),
    FOREIGN KEY (organization_id, upload_id) REFERENCES uploads ON DELETE CASCADE
  );
`;

const WORDS_OF_ROWS = `
  INSERT INTO upload_words
    SELECT u.organization_id, u.upload_id, min(u.position), array_agg(u.transaction_id ORDER BY u.position),
           string_agg(translate(lower(concat_ws(' ', t.service, t.provider,
             t.location, t.transaction_id, t.reference, t.invoice_id)), E'\\n', ' '), E'\\n' ORDER BY u.position)
    FROM upload_rows u
    JOIN transactions t ON t.organization_id = u.organization_id AND t.id = u.transaction_id
    GROUP BY u.organization_id, u.upload_id, u.position / ${BATCH_ROWS}
`;

export class SearchesHaveAnIndex implements MigrationInterface {
  readonly name = 'SearchesHaveAnIndex1796800000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(HASHES + WORDS);
    await rewriteRows(queryRunner, ['transactions', 'upload_rows'], [WORDS_OF_ROWS]);
    await queryRunner.query(bindToOrganization('upload_words'));
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    const indexes = [...INDEXED_HASHES, 'more'].map((place) => `transactions_of_patient_${place}`);
    await queryRunner.query(`DROP TABLE upload_words; DROP INDEX ${indexes.join()}`);
  }
}
