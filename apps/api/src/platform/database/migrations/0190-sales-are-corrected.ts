// A file may correct a sale that pairs of other runs stand on. How a row was before the run that brought the correction opened it
// is kept: that run may be undone.
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { bindToOrganization } from './tenant-table.ts';

const CORRECTED_PAIRS = `
  CREATE TABLE corrected_pairs (
    organization_id uuid NOT NULL,
    result_id uuid NOT NULL,
    corrected_by_job_id uuid NOT NULL,
    -- Null where the run of the row had matched it by itself.
    decision_id uuid,
    result text NOT NULL,
    reason_codes text[] NOT NULL,
    reopened_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (organization_id, result_id),
    FOREIGN KEY (organization_id, result_id) REFERENCES job_results ON DELETE CASCADE,
    FOREIGN KEY (organization_id, corrected_by_job_id) REFERENCES jobs ON DELETE CASCADE,
    FOREIGN KEY (organization_id, decision_id) REFERENCES decisions ON DELETE CASCADE
  );
  ${bindToOrganization('corrected_pairs')}
  CREATE INDEX corrected_pairs_of_job ON corrected_pairs (organization_id, corrected_by_job_id);
  CREATE INDEX corrected_pairs_of_decision ON corrected_pairs (organization_id, decision_id);
`;

export class SalesAreCorrected implements MigrationInterface {
  readonly name = 'SalesAreCorrected1797300000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(CORRECTED_PAIRS);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE corrected_pairs');
  }
}
