// Webhooks: where to, with which sealed secret; and every message with how its delivery went. A message is written in the
// transaction of what it tells of, so the table is the outbox too. Its payload holds counts and ids only.
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { bindToOrganization } from './tenant-table.ts';

export class Webhooks implements MigrationInterface {
  readonly name = 'Webhooks1795795200000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE webhook_endpoints (
        organization_id uuid NOT NULL REFERENCES organizations ON DELETE CASCADE,
        id uuid NOT NULL,
        url text NOT NULL,
        description text NOT NULL DEFAULT '',
        events text[] NOT NULL,
        key_id text NOT NULL,
        secret_sealed text NOT NULL,
        is_enabled boolean NOT NULL DEFAULT true,
        failures_in_a_row integer NOT NULL DEFAULT 0,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (organization_id, id)
      );
      ${bindToOrganization('webhook_endpoints')}

      CREATE TABLE webhook_deliveries (
        organization_id uuid NOT NULL,
        id uuid NOT NULL,
        endpoint_id uuid NOT NULL,
        type text NOT NULL,
        payload text NOT NULL,
        status text NOT NULL DEFAULT 'pending' CHECK (status IN ('pending', 'delivered', 'failed')),
        -- How often a person has asked for it: each time is a job of its own.
        round integer NOT NULL DEFAULT 1,
        attempts integer NOT NULL DEFAULT 0,
        response_status integer,
        error text,
        created_at timestamptz NOT NULL DEFAULT now(),
        enqueued_at timestamptz,
        last_attempt_at timestamptz,
        PRIMARY KEY (organization_id, id),
        FOREIGN KEY (organization_id, endpoint_id) REFERENCES webhook_endpoints ON DELETE CASCADE
      );
      CREATE INDEX webhook_deliveries_of_endpoint
        ON webhook_deliveries (organization_id, endpoint_id, created_at DESC);
      CREATE INDEX webhook_deliveries_by_age ON webhook_deliveries (organization_id, created_at);
      ${bindToOrganization('webhook_deliveries')}
      CREATE POLICY owner_reads ON webhook_deliveries FOR SELECT TO CURRENT_USER USING (true);

      CREATE FUNCTION find_unqueued_webhooks()
        RETURNS TABLE (organization_id uuid, delivery_id uuid, round integer)
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
          SELECT d.organization_id, d.id, d.round FROM webhook_deliveries d
          WHERE d.status = 'pending' AND d.enqueued_at IS NULL ORDER BY d.created_at
        $$;
      REVOKE ALL ON FUNCTION find_unqueued_webhooks() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION find_unqueued_webhooks() TO medspasync_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP FUNCTION find_unqueued_webhooks();
      DROP TABLE webhook_deliveries, webhook_endpoints;
    `);
  }
}
