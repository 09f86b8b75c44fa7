// The third leg: files of what manufacturers pay back, runs that settle them, and which redemption each dollar pays.
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { bindToOrganization } from './tenant-table.ts';

const UPLOADS = `
  ALTER TABLE uploads DROP CONSTRAINT uploads_side_check,
    ADD CONSTRAINT uploads_side_check CHECK (side IN ('reward', 'pos', 'reimbursement'));
  CREATE INDEX transactions_of_reimbursements ON transactions (organization_id, lineage_id) WHERE side = 'reimbursement';
  ALTER TABLE program_rules ADD COLUMN reimbursement_days integer NOT NULL DEFAULT 30
    CHECK (reimbursement_days >= 0);
`;

const SETTLEMENTS = `
  CREATE TABLE settlements (
    organization_id uuid NOT NULL REFERENCES organizations ON DELETE CASCADE,
    id uuid NOT NULL,
    status text NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'processing', 'completed', 'failed')),
    created_by uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    enqueued_at timestamptz,
    completed_at timestamptz,
    payments integer NOT NULL DEFAULT 0,
    settled integer NOT NULL DEFAULT 0,
    review integer NOT NULL DEFAULT 0,
    unexplained integer NOT NULL DEFAULT 0,
    settled_cents bigint NOT NULL DEFAULT 0,
    error text,
    PRIMARY KEY (organization_id, id)
  );
  ${bindToOrganization('settlements')}
  CREATE POLICY owner_reads ON settlements FOR SELECT TO CURRENT_USER USING (true);

  -- Settlements whose row was written but which the queue never got.
  CREATE FUNCTION find_unqueued_settlements() RETURNS TABLE (organization_id uuid, settlement_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT s.organization_id, s.id FROM settlements s
      WHERE s.status = 'pending' AND s.enqueued_at IS NULL ORDER BY s.created_at
    $$;
  REVOKE ALL ON FUNCTION find_unqueued_settlements() FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION find_unqueued_settlements() TO medspasync_app;
`;

// A payment and a redemption are transactions: who the patient is stays sealed there. What is said of a payment names
// days and sums only. A share that was taken back stays as history; a redemption has one that stands at most.
const PAYMENTS = `
  CREATE TABLE payment_readings (
    organization_id uuid NOT NULL,
    payment_id uuid NOT NULL,
    result text NOT NULL CHECK (result IN ('settled', 'review', 'unexplained', 'undone')),
    detail text NOT NULL,
    reason_codes text[] NOT NULL DEFAULT '{}',
    short_cents integer NOT NULL DEFAULT 0 CHECK (short_cents >= 0),
    -- Arrays of ids of redemptions.
    alternatives jsonb NOT NULL DEFAULT '[]',
    settled_by uuid,
    read_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (organization_id, payment_id),
    FOREIGN KEY (organization_id, payment_id) REFERENCES transactions ON DELETE CASCADE
  );
  ${bindToOrganization('payment_readings')}

  CREATE TABLE reimbursed_shares (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    payment_id uuid NOT NULL,
    redemption_id uuid NOT NULL,
    amount_cents integer NOT NULL CHECK (amount_cents >= 0),
    made_at timestamptz NOT NULL DEFAULT now(),
    undone_by uuid,
    undone_at timestamptz,
    PRIMARY KEY (organization_id, id),
    FOREIGN KEY (organization_id, payment_id) REFERENCES transactions ON DELETE CASCADE,
    FOREIGN KEY (organization_id, redemption_id) REFERENCES transactions ON DELETE CASCADE
  );
  CREATE UNIQUE INDEX reimbursed_shares_one_stands ON reimbursed_shares (organization_id, redemption_id)
    WHERE undone_at IS NULL;
  CREATE INDEX reimbursed_shares_of_payment ON reimbursed_shares (organization_id, payment_id);
  ${bindToOrganization('reimbursed_shares')}
`;

export class Reimbursements implements MigrationInterface {
  readonly name = 'Reimbursements1795957200000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(UPLOADS);
    await queryRunner.query(SETTLEMENTS);
    await queryRunner.query(PAYMENTS);
  }

  async down(): Promise<void> {
    throw new Error('files of reimbursements have no place in the old table');
  }
}
