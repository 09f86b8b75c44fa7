// How long the oldest message has waited, over all organizations: a number for the metrics, and nothing else of any message.
import type { MigrationInterface, QueryRunner } from 'typeorm';

export class WebhooksAreMeasured implements MigrationInterface {
  readonly name = 'WebhooksAreMeasured1796130000000';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE INDEX webhook_deliveries_waiting ON webhook_deliveries (organization_id, created_at) WHERE status = 'pending';
      CREATE FUNCTION oldest_undelivered_webhook_seconds() RETURNS double precision
        LANGUAGE sql STABLE SECURITY DEFINER SET search_path = public, pg_temp AS $$
          SELECT coalesce(extract(epoch FROM now() - min(created_at)), 0)::double precision
          FROM webhook_deliveries WHERE status = 'pending'
        $$;
      REVOKE ALL ON FUNCTION oldest_undelivered_webhook_seconds() FROM PUBLIC;
      GRANT EXECUTE ON FUNCTION oldest_undelivered_webhook_seconds() TO medspasync_app;
    `);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP FUNCTION oldest_undelivered_webhook_seconds();
      DROP INDEX webhook_deliveries_waiting;
    `);
  }
}
