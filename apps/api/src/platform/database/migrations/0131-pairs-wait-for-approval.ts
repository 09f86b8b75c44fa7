// A reward that a person pairs with sales of less gives the difference up: like a write-off, above the organization's
// amount it waits for a second person.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class PairsWaitForApproval implements MigrationInterface {
  readonly name = 'PairsWaitForApproval1796610000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE decisions ADD COLUMN short_cents integer NOT NULL DEFAULT 0 CHECK (short_cents >= 0),
        DROP CONSTRAINT decisions_approved_when_needed,
        ADD CONSTRAINT decisions_approved_when_needed CHECK (
          (approved_by IS NULL) = (approved_at IS NULL) AND (needs_approval OR approved_at IS NULL)
          AND (verdict <> 'rejected' OR NOT needs_approval));
      COMMENT ON COLUMN decisions.short_cents IS 'Of a pair that a person chose: what its sales are less than the reward.';
    `);
  }

  async down(): Promise<void> {
    throw new Error('a pair that waits for approval would take effect in the old table');
  }
}
