// A void or refund of a portal may come in a later file than the redemption that it takes back.
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { bindToOrganization } from './tenant-table.ts';

// reversal_id: the version that took it back; the link goes when that one is gone or corrected. redemption_id: of its first version.
const REVERSALS = `
  CREATE TABLE reversals (
    organization_id uuid NOT NULL,
    reversal_id uuid NOT NULL,
    redemption_id uuid NOT NULL,
    -- Where one file brought both, its runs tell, and a person may say otherwise.
    is_later boolean NOT NULL,
    noted_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (organization_id, reversal_id),
    UNIQUE (organization_id, redemption_id),
    FOREIGN KEY (organization_id, redemption_id) REFERENCES transactions ON DELETE CASCADE
  );
  ${bindToOrganization('reversals')}
  CREATE INDEX transactions_of_reversals ON transactions (organization_id, amount_cents)
    WHERE side = 'reward' AND type IN ('void', 'refund');
`;

export class RedemptionsAreTakenBack implements MigrationInterface {
  readonly name = 'RedemptionsAreTakenBack1796803000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(REVERSALS);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE reversals; DROP INDEX transactions_of_reversals');
  }
}
