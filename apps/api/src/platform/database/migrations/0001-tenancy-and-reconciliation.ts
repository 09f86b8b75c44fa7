// The first schema: organizations and their people, files, transactions, jobs, results, decisions.
// Keys start with organization_id: an index, a foreign key and a unique check then never cross organizations.
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { bindToOrganization } from './tenant-table.ts';

const TENANCY = `
  CREATE FUNCTION current_organization_id() RETURNS uuid LANGUAGE sql STABLE PARALLEL SAFE
    RETURN NULLIF(current_setting('app.organization_id', true), '')::uuid;

  CREATE TABLE organizations (
    id uuid PRIMARY KEY,
    name text NOT NULL CHECK (name <> ''),
    is_sandbox boolean NOT NULL DEFAULT false,
    created_at timestamptz NOT NULL DEFAULT now()
  );
  ${bindToOrganization('organizations', 'id')}

  CREATE TABLE locations (
    organization_id uuid NOT NULL REFERENCES organizations ON DELETE CASCADE,
    id uuid NOT NULL,
    name text NOT NULL CHECK (name <> ''),
    time_zone text NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (organization_id, id),
    UNIQUE (organization_id, name)
  );
  ${bindToOrganization('locations')}
`;

// One person may work for several organizations. Who sees a user is decided by memberships, so the membership is
// written first: its foreign key waits until the transaction commits.
const PEOPLE = `
  CREATE TABLE memberships (
    organization_id uuid NOT NULL REFERENCES organizations ON DELETE CASCADE,
    user_id uuid NOT NULL,
    role text NOT NULL CHECK (role IN ('admin', 'manager', 'reviewer', 'viewer')),
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (organization_id, user_id)
  );
  CREATE INDEX memberships_of_user ON memberships (user_id);
  ${bindToOrganization('memberships')}

  CREATE TABLE users (
    id uuid PRIMARY KEY,
    email text NOT NULL UNIQUE CHECK (email = lower(email)),
    display_name text NOT NULL,
    password_hash text NOT NULL,
    failed_sign_ins integer NOT NULL DEFAULT 0,
    locked_until timestamptz,
    disabled_at timestamptz,
    created_at timestamptz NOT NULL DEFAULT now()
  );
  ALTER TABLE memberships ADD FOREIGN KEY (user_id) REFERENCES users ON DELETE CASCADE
    DEFERRABLE INITIALLY DEFERRED;
  ALTER TABLE users ENABLE ROW LEVEL SECURITY;
  ALTER TABLE users FORCE ROW LEVEL SECURITY;
  CREATE POLICY member_of_organization ON users
    USING (EXISTS (SELECT FROM memberships m
                   WHERE m.organization_id = current_organization_id() AND m.user_id = users.id))
    WITH CHECK (EXISTS (SELECT FROM memberships m
                        WHERE m.organization_id = current_organization_id() AND m.user_id = users.id));
  GRANT SELECT, INSERT, UPDATE ON users TO medspasync_app;

  CREATE TABLE sessions (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    user_id uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    last_seen_at timestamptz NOT NULL DEFAULT now(),
    expires_at timestamptz NOT NULL,
    revoked_at timestamptz,
    revoked_because text,
    user_agent text,
    PRIMARY KEY (organization_id, id),
    FOREIGN KEY (organization_id, user_id) REFERENCES memberships ON DELETE CASCADE
  );
  CREATE INDEX sessions_of_user ON sessions (organization_id, user_id);
  ${bindToOrganization('sessions')}

  -- Every refresh token of a session, as SHA-256: a used one that comes back gives the whole session away.
  CREATE TABLE refresh_tokens (
    organization_id uuid NOT NULL,
    token_hash bytea NOT NULL,
    session_id uuid NOT NULL,
    issued_at timestamptz NOT NULL DEFAULT now(),
    used_at timestamptz,
    PRIMARY KEY (organization_id, token_hash),
    FOREIGN KEY (organization_id, session_id) REFERENCES sessions ON DELETE CASCADE
  );
  CREATE INDEX refresh_tokens_of_session ON refresh_tokens (organization_id, session_id);
  ${bindToOrganization('refresh_tokens')}

  CREATE TABLE api_keys (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    name text NOT NULL,
    key_hash bytea NOT NULL,
    permissions text[] NOT NULL,
    created_by uuid NOT NULL,
    created_at timestamptz NOT NULL DEFAULT now(),
    last_used_at timestamptz,
    expires_at timestamptz,
    revoked_at timestamptz,
    PRIMARY KEY (organization_id, id),
    UNIQUE (organization_id, key_hash),
    FOREIGN KEY (organization_id, created_by) REFERENCES memberships ON DELETE CASCADE
  );
  ${bindToOrganization('api_keys')}
`;

// A job works on two uploads. Transactions sent in a request body become uploads of origin 'request'.
const FILES = `
  CREATE TABLE uploads (
    organization_id uuid NOT NULL REFERENCES organizations ON DELETE CASCADE,
    id uuid NOT NULL,
    side text NOT NULL CHECK (side IN ('reward', 'pos')),
    origin text NOT NULL CHECK (origin IN ('file', 'request')),
    filename text NOT NULL,
    size_bytes bigint NOT NULL CHECK (size_bytes >= 0),
    sha256 bytea,
    location_id uuid,
    mapping jsonb,
    skipped jsonb NOT NULL DEFAULT '[]',
    transactions_count integer NOT NULL CHECK (transactions_count >= 0),
    created_by uuid,
    created_at timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (organization_id, id),
    FOREIGN KEY (organization_id, location_id) REFERENCES locations
  );
  CREATE INDEX uploads_by_time ON uploads (organization_id, created_at DESC);
  ${bindToOrganization('uploads')}

  -- The file itself, in pieces, so that a corrected mapping reads it again without holding it in memory.
  CREATE TABLE upload_chunks (
    organization_id uuid NOT NULL,
    upload_id uuid NOT NULL,
    position integer NOT NULL CHECK (position >= 0),
    content bytea NOT NULL,
    PRIMARY KEY (organization_id, upload_id, position),
    FOREIGN KEY (organization_id, upload_id) REFERENCES uploads ON DELETE CASCADE
  );
  ${bindToOrganization('upload_chunks')}

  -- position: order in the file, from 0. row_number: line as a spreadsheet numbers it.
  CREATE TABLE transactions (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    upload_id uuid NOT NULL,
    position integer NOT NULL CHECK (position >= 0),
    row_number integer,
    transaction_id text,
    customer_name text,
    customer_phone text,
    customer_email text,
    service text,
    amount_cents integer NOT NULL CHECK (amount_cents >= 0),
    date text,
    provider text,
    location text,
    program text,
    reference text,
    invoice_id text,
    type text,
    PRIMARY KEY (organization_id, id),
    UNIQUE (organization_id, upload_id, position),
    FOREIGN KEY (organization_id, upload_id) REFERENCES uploads ON DELETE CASCADE
  );
  ${bindToOrganization('transactions')}
`;

// enqueued_at stays null until the queue has the job: the start-up sweep finds what a crash left between.
const JOBS = `
  CREATE TABLE jobs (
    organization_id uuid NOT NULL REFERENCES organizations ON DELETE CASCADE,
    id uuid NOT NULL,
    status text NOT NULL DEFAULT 'pending'
      CHECK (status IN ('pending', 'processing', 'completed', 'failed', 'cancelled')),
    reward_upload_id uuid NOT NULL,
    pos_upload_id uuid NOT NULL,
    threshold double precision NOT NULL CHECK (threshold BETWEEN 0 AND 1),
    request_sha256 bytea NOT NULL,
    created_by uuid,
    created_at timestamptz NOT NULL DEFAULT now(),
    enqueued_at timestamptz,
    started_at timestamptz,
    completed_at timestamptz,
    cancel_requested_at timestamptz,
    stage text,
    total_transactions integer NOT NULL,
    processed_transactions integer NOT NULL DEFAULT 0,
    matches_found integer NOT NULL DEFAULT 0,
    errors text[] NOT NULL DEFAULT '{}',
    performance_metrics jsonb,
    model_version text,
    plan_version text,
    PRIMARY KEY (organization_id, id),
    FOREIGN KEY (organization_id, reward_upload_id) REFERENCES uploads,
    FOREIGN KEY (organization_id, pos_upload_id) REFERENCES uploads
  );
  CREATE INDEX jobs_by_time ON jobs (organization_id, created_at DESC);
  CREATE INDEX jobs_active ON jobs (organization_id, status) WHERE status IN ('pending', 'processing');
  ${bindToOrganization('jobs')}

  -- One row for each reward in file order, then one for each POS transaction that nothing claimed.
  CREATE TABLE job_results (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    job_id uuid NOT NULL,
    position integer NOT NULL CHECK (position >= 0),
    result text NOT NULL CHECK (result IN ('match', 'review_required', 'no_match', 'error')),
    match_probability double precision NOT NULL CHECK (match_probability BETWEEN 0 AND 1),
    reward_transaction_id uuid,
    pos_transaction_ids uuid[] NOT NULL DEFAULT '{}',
    reward_amount_cents integer NOT NULL DEFAULT 0,
    explanation jsonb,
    runner_up jsonb,
    reason_codes text[] NOT NULL DEFAULT '{}',
    PRIMARY KEY (organization_id, id),
    UNIQUE (organization_id, job_id, position),
    FOREIGN KEY (organization_id, job_id) REFERENCES jobs ON DELETE CASCADE,
    FOREIGN KEY (organization_id, reward_transaction_id) REFERENCES transactions
  );
  CREATE INDEX job_results_by_result ON job_results (organization_id, job_id, result, position);
  ${bindToOrganization('job_results')}

  -- An undone decision stays as history; at most one stands, however many people press at once.
  CREATE TABLE decisions (
    organization_id uuid NOT NULL,
    id uuid NOT NULL,
    job_id uuid NOT NULL,
    result_id uuid NOT NULL,
    verdict text NOT NULL CHECK (verdict IN ('approved', 'rejected')),
    note text,
    decided_by uuid NOT NULL,
    decided_at timestamptz NOT NULL DEFAULT now(),
    undone_by uuid,
    undone_at timestamptz,
    PRIMARY KEY (organization_id, id),
    FOREIGN KEY (organization_id, result_id) REFERENCES job_results ON DELETE CASCADE,
    FOREIGN KEY (organization_id, job_id) REFERENCES jobs ON DELETE CASCADE
  );
  CREATE UNIQUE INDEX decisions_one_stands ON decisions (organization_id, result_id) WHERE undone_at IS NULL;
  CREATE INDEX decisions_of_job ON decisions (organization_id, job_id);
  ${bindToOrganization('decisions')}
`;

// Two questions are asked before an organization is known. Each has one function, run with its owner's rights,
// that returns just the answer. FORCE binds an owner that is no superuser too; these policies let it read, no more.
const BEFORE_AN_ORGANIZATION = `
  CREATE POLICY owner_reads ON organizations FOR SELECT TO CURRENT_USER USING (true);
  CREATE POLICY owner_reads ON memberships FOR SELECT TO CURRENT_USER USING (true);
  CREATE POLICY owner_reads ON users FOR SELECT TO CURRENT_USER USING (true);
  CREATE POLICY owner_reads ON jobs FOR SELECT TO CURRENT_USER USING (true);

  -- The person with this e-mail address, once per organization, the oldest membership first.
  CREATE FUNCTION find_sign_in(sign_in_email text)
    RETURNS TABLE (user_id uuid, organization_id uuid, password_hash text)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT u.id, m.organization_id, u.password_hash
      FROM users u JOIN memberships m ON m.user_id = u.id
      WHERE u.email = lower(sign_in_email) ORDER BY m.created_at
    $$;

  -- Jobs whose row was written but which the queue never got.
  CREATE FUNCTION find_unqueued_jobs()
    RETURNS TABLE (organization_id uuid, job_id uuid)
    LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
      SELECT j.organization_id, j.id FROM jobs j
      WHERE j.status = 'pending' AND j.enqueued_at IS NULL ORDER BY j.created_at
    $$;

  REVOKE ALL ON FUNCTION find_sign_in(text), find_unqueued_jobs() FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION find_sign_in(text), find_unqueued_jobs() TO medspasync_app;
`;

export class TenancyAndReconciliation implements MigrationInterface {
  // TypeORM orders migrations by the time at the end of their name.
  readonly name = 'TenancyAndReconciliation1795651200000';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const part of [TENANCY, PEOPLE, FILES, JOBS, BEFORE_AN_ORGANIZATION]) await queryRunner.query(part);
  }

  async down(): Promise<void> {
    throw new Error('the first migration is not undone: drop the database instead');
  }
}
