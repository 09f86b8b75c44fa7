// What is left of a redemption that was paid in part may be given up. It says nothing of the redemption's pair, which may have a
// decision of its own; of a version that a file corrects since, it says nothing either.
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { bindToOrganization } from './tenant-table.ts';

const REST_WRITE_OFFS = `
  CREATE TABLE rest_write_offs (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    -- Where a person said it.
    job_id uuid NOT NULL,
    result_id uuid NOT NULL,
    redemption_id uuid NOT NULL,
    cents integer NOT NULL CHECK (cents > 0),
    reason text NOT NULL,
    note text NOT NULL,
    key_id text NOT NULL,
    needs_approval boolean NOT NULL,
    decided_by uuid NOT NULL,
    decided_at timestamptz NOT NULL DEFAULT now(),
    approved_by uuid,
    approved_at timestamptz,
    undone_by uuid,
    undone_at timestamptz,
    PRIMARY KEY (organization_id, id),
    FOREIGN KEY (organization_id, job_id) REFERENCES jobs ON DELETE CASCADE,
    FOREIGN KEY (organization_id, result_id) REFERENCES job_results ON DELETE CASCADE,
    FOREIGN KEY (organization_id, redemption_id) REFERENCES transactions ON DELETE CASCADE,
    CHECK ((approved_by IS NULL) = (approved_at IS NULL) AND (needs_approval OR approved_at IS NULL))
  );
  CREATE UNIQUE INDEX rest_write_offs_one_stands ON rest_write_offs (organization_id, redemption_id) WHERE undone_at IS NULL;
  CREATE INDEX rest_write_offs_of_job ON rest_write_offs (organization_id, job_id);
  CREATE INDEX rest_write_offs_of_result ON rest_write_offs (organization_id, result_id);
  ${bindToOrganization('rest_write_offs')}
`;

export class RestsAreWrittenOff implements MigrationInterface {
  readonly name = 'RestsAreWrittenOff1797310000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(REST_WRITE_OFFS);
  }

  async down(): Promise<void> {
    throw new Error('money that was given up would be owed again in the old tables');
  }
}
