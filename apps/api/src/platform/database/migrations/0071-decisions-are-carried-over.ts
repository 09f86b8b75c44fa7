// What people decided about rows stands in the next job that has the same rows; where something has changed since, the
// row says which decision it had and why it is open again.
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { bindToOrganization } from './tenant-table.ts';

export class DecisionsAreCarriedOver implements MigrationInterface {
  readonly name = 'DecisionsAreCarriedOver1795914000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      -- The job a person decided in; null where that is the decision's own.
      ALTER TABLE decisions ADD COLUMN carried_from_job_id uuid,
        ADD FOREIGN KEY (organization_id, carried_from_job_id) REFERENCES jobs
          ON DELETE SET NULL (carried_from_job_id);
      CREATE INDEX decisions_carried ON decisions (organization_id, carried_from_job_id)
        WHERE carried_from_job_id IS NOT NULL;

      CREATE TABLE reopened_decisions (
        organization_id uuid NOT NULL,
        result_id uuid NOT NULL,
        decision_id uuid NOT NULL,
        why text NOT NULL,
        changed_fields text[] NOT NULL DEFAULT '{}',
        PRIMARY KEY (organization_id, result_id),
        FOREIGN KEY (organization_id, result_id) REFERENCES job_results ON DELETE CASCADE,
        FOREIGN KEY (organization_id, decision_id) REFERENCES decisions ON DELETE CASCADE
      );
      CREATE INDEX reopened_decisions_of_decision ON reopened_decisions (organization_id, decision_id);
      ${bindToOrganization('reopened_decisions')}
    `);
  }

  async down(): Promise<void> {
    throw new Error('without its origin a decision that was carried over would count as one of its own');
  }
}
