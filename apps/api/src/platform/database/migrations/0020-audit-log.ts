// The audit log: a chain of events per organization, which only ever grows. It has no foreign key to organizations on
// purpose: what happened has to be kept longer than those it happened to.
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { bindToOrganization } from './tenant-table.ts';

const CHAINS = `
  -- Where each chain ends. Locked by whoever appends, so events follow each other.
  CREATE TABLE audit_chains (
    organization_id uuid PRIMARY KEY,
    last_seq bigint NOT NULL DEFAULT 0,
    last_mac bytea NOT NULL DEFAULT decode(repeat('00', 32), 'hex')
  );
  ${bindToOrganization('audit_chains')}
  REVOKE DELETE ON audit_chains FROM medspasync_app;

  -- payload is what was sealed, verbatim; the other columns of an event are read out of it and cannot say otherwise.
  CREATE TABLE audit_events (
    organization_id uuid NOT NULL,
    seq bigint NOT NULL CHECK (seq > 0),
    key_id text NOT NULL,
    prev_mac bytea NOT NULL,
    payload text NOT NULL,
    mac bytea NOT NULL,
    at text COLLATE "C" NOT NULL GENERATED ALWAYS AS (payload::jsonb ->> 'at') STORED,
    action text NOT NULL GENERATED ALWAYS AS (payload::jsonb ->> 'action') STORED,
    user_id text GENERATED ALWAYS AS (payload::jsonb -> 'actor' ->> 'user_id') STORED,
    subject_id text GENERATED ALWAYS AS (payload::jsonb -> 'subject' ->> 'id') STORED,
    PRIMARY KEY (organization_id, seq)
  );
  ${bindToOrganization('audit_events')}
  CREATE INDEX audit_events_by_action ON audit_events (organization_id, action, seq);
  CREATE INDEX audit_events_by_user ON audit_events (organization_id, user_id, seq);
  CREATE INDEX audit_events_by_subject ON audit_events (organization_id, subject_id, seq);
`;

const APPEND_ONLY = `
  REVOKE UPDATE, DELETE ON audit_events FROM medspasync_app;

  CREATE FUNCTION refuse_change_of_audit_log() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      RAISE EXCEPTION 'the audit log is only ever appended to' USING ERRCODE = 'insufficient_privilege';
    END $$;
  CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_events
    FOR EACH STATEMENT EXECUTE FUNCTION refuse_change_of_audit_log();
`;

// Anchoring and the nightly verification go through all organizations; this tells them which there are, and no more.
const HEADS = `
  CREATE POLICY owner_reads ON audit_chains FOR SELECT TO CURRENT_USER USING (true);
  CREATE FUNCTION audit_organizations() RETURNS TABLE (organization_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT c.organization_id FROM audit_chains c ORDER BY 1
    $$;
  REVOKE ALL ON FUNCTION audit_organizations() FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION audit_organizations() TO medspasync_app;
`;

export class AuditLog implements MigrationInterface {
  readonly name = 'AuditLog1795720000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const part of [CHAINS, APPEND_ONLY, HEADS]) await queryRunner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('the audit log is not thrown away');
  }
}
