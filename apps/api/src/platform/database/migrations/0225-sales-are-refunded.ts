// A refund or void of a till may come as a row of its own in a later file than the sale that it takes back, whole or in part.
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { bindToOrganization } from './tenant-table.ts';

// reversal_id: the version that counts; the link goes when that one is corrected, or read by no run any more. sale_id: of its
// first version.
const SALE_REFUNDS = `
  CREATE TABLE sale_refunds (
    organization_id uuid NOT NULL,
    reversal_id uuid NOT NULL,
    sale_id uuid NOT NULL,
    cents integer NOT NULL CHECK (cents > 0),
    noted_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (organization_id, reversal_id, sale_id),
    FOREIGN KEY (organization_id, reversal_id) REFERENCES transactions ON DELETE CASCADE,
    FOREIGN KEY (organization_id, sale_id) REFERENCES transactions ON DELETE CASCADE
  );
  ${bindToOrganization('sale_refunds')}
  CREATE INDEX sale_refunds_of_sale ON sale_refunds (organization_id, sale_id);
  CREATE INDEX transactions_of_refunds ON transactions (organization_id, lineage_id)
    WHERE side = 'pos' AND type IN ('void', 'refund');
`;

export class SalesAreRefunded implements MigrationInterface {
  readonly name = 'SalesAreRefunded1797603000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(SALE_REFUNDS);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE sale_refunds; DROP INDEX transactions_of_refunds');
  }
}
