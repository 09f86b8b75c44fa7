// Months that are closed and reopened, write-offs that a second person approves, and days told where a location is.
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rewriteSealedRows } from './rewrite-rows.ts';
import { bindToOrganization } from './tenant-table.ts';

// A row keeps the location its file names, as it keeps its program and day.
const RESULTS = `
  ALTER TABLE job_results ADD COLUMN location text;
  UPDATE job_results r SET location = t.location FROM transactions t
  WHERE t.organization_id = r.organization_id AND t.id = coalesce(r.reward_transaction_id, r.pos_transaction_ids[1])
    AND t.location IS NOT NULL;
  CREATE INDEX job_results_by_day ON job_results (organization_id, happened_on);
`;

// What was written off before took one person, so nothing of it waits.
const APPROVALS = `
  ALTER TABLE organizations ADD COLUMN time_zone text,
    ADD COLUMN write_off_approval_cents integer NOT NULL DEFAULT 0 CHECK (write_off_approval_cents >= 0);

  ALTER TABLE decisions ADD COLUMN needs_approval boolean NOT NULL DEFAULT false,
    ADD COLUMN approved_by uuid, ADD COLUMN approved_at timestamptz,
    ADD CONSTRAINT decisions_approved_by_another CHECK (approved_by <> decided_by),
    ADD CONSTRAINT decisions_approved_when_needed CHECK (
      (approved_by IS NULL) = (approved_at IS NULL) AND (needs_approval OR approved_at IS NULL)
      AND (verdict = 'written_off' OR NOT needs_approval));
  CREATE INDEX decisions_to_approve ON decisions (organization_id, decided_at)
    WHERE needs_approval AND approved_at IS NULL AND undone_at IS NULL;
`;

// location_name is the one of the close: rows are held by what their file says, whatever a location is called later.
const PERIODS = `
  CREATE TABLE periods (
    organization_id uuid NOT NULL REFERENCES organizations ON DELETE CASCADE,
    id uuid NOT NULL,
    month date NOT NULL CHECK (extract(day FROM month) = 1),
    location_id uuid,
    location_name text CHECK (location_name <> ''),
    program text,
    figures jsonb NOT NULL,
    acknowledged_result_ids uuid[] NOT NULL DEFAULT '{}',
    closed_by uuid NOT NULL,
    closed_at timestamptz NOT NULL DEFAULT now(),
    reopened_by uuid,
    reopened_at timestamptz,
    reopen_reason text CHECK (char_length(reopen_reason) >= 10),
    PRIMARY KEY (organization_id, id),
    CHECK ((location_id IS NULL) = (location_name IS NULL)),
    CHECK ((reopened_at IS NULL) = (reopened_by IS NULL) AND (reopened_at IS NULL) = (reopen_reason IS NULL))
  );
  CREATE UNIQUE INDEX periods_closed_once ON periods (organization_id, month, location_id, program) NULLS NOT DISTINCT
    WHERE reopened_at IS NULL;
  ${bindToOrganization('periods')}
  REVOKE UPDATE, DELETE ON periods FROM medspasync_app;
  GRANT UPDATE (reopened_by, reopened_at, reopen_reason) ON periods TO medspasync_app;
`;

export class MonthsAreClosed implements MigrationInterface {
  readonly name = 'MonthsAreClosed1795953600000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await rewriteSealedRows(queryRunner, ['transactions', 'job_results'], [RESULTS]);
    await queryRunner.query(APPROVALS);
    await queryRunner.query(PERIODS);
  }

  async down(): Promise<void> {
    throw new Error('a write-off that waits for approval would take effect in the old table');
  }
}
