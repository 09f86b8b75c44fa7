// A row that comes again in another file is the row that is there already; one that has changed is its next version. An
// upload stands for rows, which an earlier one may have brought.
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rewriteSealedRows } from './rewrite-rows.ts';
import { bindToOrganization } from './tenant-table.ts';

// position: order in the upload, from 0. row_number: line as a spreadsheet numbers it; null for a request body. row_name:
// what a row without an id of its own is called there.
const UPLOAD_ROWS = `
  CREATE TABLE upload_rows (
    organization_id uuid NOT NULL,
    upload_id uuid NOT NULL,
    position integer NOT NULL CHECK (position >= 0),
    row_number integer,
    row_name text,
    transaction_id uuid NOT NULL,
    recognition text NOT NULL CHECK (recognition IN ('new', 'same', 'changed')),
    PRIMARY KEY (organization_id, upload_id, position),
    FOREIGN KEY (organization_id, upload_id) REFERENCES uploads ON DELETE CASCADE,
    FOREIGN KEY (organization_id, transaction_id) REFERENCES transactions
  );
  INSERT INTO upload_rows
    SELECT organization_id, upload_id, position, row_number,
           CASE WHEN transaction_id ~ '^row:\\d+$' THEN transaction_id END, id, 'new'
    FROM transactions;
  CREATE INDEX upload_rows_of_transaction ON upload_rows (organization_id, transaction_id);
  ${bindToOrganization('upload_rows')}
`;

// identity, content: keyed digests of 128 bits, told by the application; rows from before have none and are not recognized.
const TRANSACTIONS = `
  ALTER TABLE transactions DROP COLUMN position, DROP COLUMN row_number,
    ADD COLUMN side text,
    ADD COLUMN identity uuid, ADD COLUMN content uuid, ADD COLUMN ordinal integer,
    ADD COLUMN lineage_id uuid, ADD COLUMN version integer NOT NULL DEFAULT 1,
    ADD COLUMN changed_fields text[] NOT NULL DEFAULT '{}', ADD COLUMN superseded_by uuid;
  UPDATE transactions t SET lineage_id = t.id, side = u.side
  FROM uploads u WHERE u.organization_id = t.organization_id AND u.id = t.upload_id;
  ALTER TABLE transactions ALTER COLUMN side SET NOT NULL, ALTER COLUMN lineage_id SET NOT NULL,
    ADD FOREIGN KEY (organization_id, superseded_by) REFERENCES transactions DEFERRABLE INITIALLY DEFERRED;
  CREATE INDEX transactions_of_upload ON transactions (organization_id, upload_id);
  CREATE INDEX transactions_superseded ON transactions (organization_id, superseded_by)
    WHERE superseded_by IS NOT NULL;
  CREATE INDEX transactions_later_versions ON transactions (organization_id, lineage_id) WHERE version > 1;
  CREATE UNIQUE INDEX transactions_held ON transactions (organization_id, side, identity, ordinal)
    WHERE superseded_by IS NULL AND identity IS NOT NULL;
`;

// The digest of a file was one that anybody could make: with it, a guess of a short file could be checked.
const UPLOADS = `
  ALTER TABLE uploads DROP COLUMN sha256, ADD COLUMN confirmed_at timestamptz;
  UPDATE uploads SET confirmed_at = created_at;
  CREATE INDEX uploads_previewed ON uploads (organization_id, created_at) WHERE confirmed_at IS NULL;
`;

const SECRETS = `
  CREATE TABLE recognition_secrets (
    organization_id uuid PRIMARY KEY REFERENCES organizations ON DELETE CASCADE,
    id uuid NOT NULL,
    key_id text NOT NULL CHECK (key_id <> 'none'),
    secret text NOT NULL
  );
  ${bindToOrganization('recognition_secrets')}
`;

export class RowsAreRecognized implements MigrationInterface {
  readonly name = 'RowsAreRecognized1795910400000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await rewriteSealedRows(queryRunner, ['uploads', 'transactions'], [UPLOAD_ROWS, TRANSACTIONS, UPLOADS]);
    await queryRunner.query(SECRETS);
  }

  async down(): Promise<void> {
    throw new Error('a row that several uploads stand for cannot be given back to each');
  }
}
