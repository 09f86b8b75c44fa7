// Which sales a refund of the till may be about is asked whenever a run ends, over all files: by invoice and code, however they are
// written. Under row-level security an index serves leakproof conditions only, and to write in lower case is none.
import type { MigrationInterface, QueryRunner } from 'typeorm';

// As much of a cell as the engine reads.
const keyOf = (column: string): string => `
  text GENERATED ALWAYS AS (CASE WHEN side = 'pos' THEN left(lower(${column}), 128) END) STORED`;

const KEYS = `
  ALTER TABLE transactions ADD COLUMN invoice_key ${keyOf('invoice_id')}, ADD COLUMN code_key ${keyOf('reference')};
  CREATE INDEX transactions_of_invoice ON transactions (organization_id, invoice_key) WHERE invoice_key IS NOT NULL;
  CREATE INDEX transactions_of_code ON transactions (organization_id, code_key) WHERE code_key IS NOT NULL;
`;

export class SalesAreFoundByCode implements MigrationInterface {
  readonly name = 'SalesAreFoundByCode1797607000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(KEYS);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE transactions DROP COLUMN invoice_key, DROP COLUMN code_key');
  }
}
