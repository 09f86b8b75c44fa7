// What is open about a result, and what people can make of it: rules of programs by date, other pairs, write-offs,
// notes, assignments. A row keeps its own program, day and cents, so that a state is told without opening a patient.
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rewriteSealedRows } from './rewrite-rows.ts';
import { bindToOrganization } from './tenant-table.ts';

const RESULTS = `
  ALTER TABLE job_results ADD COLUMN program text, ADD COLUMN happened_on date,
    ADD COLUMN amount_cents integer NOT NULL DEFAULT 0, ADD COLUMN difference_cents integer NOT NULL DEFAULT 0;
  UPDATE job_results r SET program = t.program, amount_cents = t.amount_cents,
    happened_on = CASE WHEN t.date ~ '^\\d{4}-\\d{2}-\\d{2}' THEN left(t.date, 10)::date END
  FROM transactions t
  WHERE t.organization_id = r.organization_id AND t.id = coalesce(r.reward_transaction_id, r.pos_transaction_ids[1]);
  UPDATE job_results r SET difference_cents = abs(r.reward_amount_cents - (
    SELECT coalesce(sum(t.amount_cents), 0) FROM transactions t
    WHERE t.organization_id = r.organization_id AND t.id = ANY (r.pos_transaction_ids)))
  WHERE 'AMOUNT_DIFF' = ANY (r.reason_codes);
  ALTER TABLE job_results ALTER COLUMN amount_cents DROP DEFAULT, ALTER COLUMN difference_cents DROP DEFAULT;
`;

const DECISIONS = `
  ALTER TABLE decisions DROP CONSTRAINT decisions_verdict_check,
    ADD CONSTRAINT decisions_verdict_check CHECK (verdict IN ('approved', 'rejected', 're_paired', 'written_off')),
    ADD COLUMN reason text,
    ADD COLUMN pos_transaction_ids uuid[] NOT NULL DEFAULT '{}',
    ADD CONSTRAINT decisions_written_off_has_a_reason
      CHECK ((verdict = 'written_off') = (reason IS NOT NULL)),
    ADD CONSTRAINT decisions_re_paired_has_a_pair
      CHECK ((verdict = 're_paired') = (pos_transaction_ids <> '{}'));
  CREATE INDEX decisions_re_paired ON decisions (organization_id, job_id)
    WHERE verdict = 're_paired' AND undone_at IS NULL;

  CREATE TABLE result_notes (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    result_id uuid NOT NULL,
    words text NOT NULL,
    key_id text NOT NULL CHECK (key_id <> 'none'),
    written_by uuid NOT NULL,
    written_at timestamptz NOT NULL DEFAULT now(),
    withdrawn_by uuid,
    withdrawn_at timestamptz,
    PRIMARY KEY (organization_id, id),
    FOREIGN KEY (organization_id, result_id) REFERENCES job_results ON DELETE CASCADE
  );
  CREATE INDEX result_notes_of_result ON result_notes (organization_id, result_id);
  ${bindToOrganization('result_notes')}

  -- An ended assignment stays as history; at most one stands.
  CREATE TABLE result_assignments (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    result_id uuid NOT NULL,
    user_id uuid NOT NULL,
    assigned_by uuid NOT NULL,
    assigned_at timestamptz NOT NULL DEFAULT now(),
    ended_by uuid,
    ended_at timestamptz,
    PRIMARY KEY (organization_id, id),
    FOREIGN KEY (organization_id, result_id) REFERENCES job_results ON DELETE CASCADE,
    FOREIGN KEY (organization_id, user_id) REFERENCES memberships ON DELETE CASCADE
  );
  CREATE UNIQUE INDEX result_assignments_one_stands ON result_assignments (organization_id, result_id)
    WHERE ended_at IS NULL;
  ${bindToOrganization('result_assignments')}
`;

const RULES = `
  CREATE TABLE program_rules (
    organization_id uuid NOT NULL REFERENCES organizations ON DELETE CASCADE,
    program text NOT NULL,
    valid_from date NOT NULL,
    lag_days integer NOT NULL CHECK (lag_days >= 0),
    claim_window_days integer NOT NULL CHECK (claim_window_days >= 0),
    cents_per_point double precision CHECK (cents_per_point > 0),
    set_by uuid,
    set_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (organization_id, program, valid_from)
  );
  ${bindToOrganization('program_rules')}
`;

export class ResultsHaveAState implements MigrationInterface {
  readonly name = 'ResultsHaveAState1795867200000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await rewriteSealedRows(queryRunner, ['transactions', 'job_results'], [RESULTS]);
    await queryRunner.query(DECISIONS);
    await queryRunner.query(RULES);
  }

  async down(): Promise<void> {
    throw new Error('decisions of the new kinds have no place in the old table');
  }
}
