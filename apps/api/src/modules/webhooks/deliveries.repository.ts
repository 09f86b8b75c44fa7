// Rows of webhook messages and how their delivery went, inside the organization of the open transaction.
import { randomUUID } from 'node:crypto';
import type { WebhookDeliveryStatus, WebhookMessageType } from '@medspasync/schemas';
import { currentEntityManager, currentOrganizationId, type Database } from '../../platform/database/index.ts';
import type { DeliverWebhookData } from './deliver-webhook-job.ts';
import type { Attempt } from './send-webhook.ts';

export interface StoredDelivery {
  id: string;
  endpointId: string;
  type: WebhookMessageType;
  status: WebhookDeliveryStatus;
  round: number;
  attempts: number;
  responseStatus: number | null;
  error: string | null;
  createdAt: Date;
  lastAttemptAt: Date | null;
}

const COLUMNS = `id, endpoint_id AS "endpointId", type, status, round, attempts,
  response_status AS "responseStatus", error, created_at AS "createdAt", last_attempt_at AS "lastAttemptAt"`;

/** How long the log of deliveries goes back. */
const KEPT = '30 days';

export class DeliveriesRepository {
  /** @param payload JSON, sent byte for byte at every attempt. @returns the message, waiting. */
  async add(endpointId: string, type: WebhookMessageType, payload: string): Promise<StoredDelivery> {
    const organizationId = currentOrganizationId();
    const rows = currentEntityManager();
    await rows.query(
      `DELETE FROM webhook_deliveries WHERE organization_id = $1 AND created_at < now() - $2::interval
         AND status <> 'pending'`,
      [organizationId, KEPT],
    );
    const [added] = await rows.query<StoredDelivery[]>(
      `INSERT INTO webhook_deliveries (organization_id, id, endpoint_id, type, payload)
       VALUES ($1, $2, $3, $4, $5) RETURNING ${COLUMNS}`,
      [organizationId, randomUUID(), endpointId, type, payload],
    );
    return added!;
  }

  /** The newest first. */
  async list(endpointId: string, limit: number): Promise<StoredDelivery[]> {
    return currentEntityManager().query(
      `SELECT ${COLUMNS} FROM webhook_deliveries WHERE organization_id = $1 AND endpoint_id = $2
       ORDER BY created_at DESC, id LIMIT $3`,
      [currentOrganizationId(), endpointId, limit],
    );
  }

  async find(id: string): Promise<(StoredDelivery & { payload: string }) | undefined> {
    const [row] = await currentEntityManager().query<(StoredDelivery & { payload: string })[]>(
      `SELECT ${COLUMNS}, payload FROM webhook_deliveries WHERE organization_id = $1 AND id = $2`,
      [currentOrganizationId(), id],
    );
    return row;
  }

  /** Makes a message that is over wait again. @returns undefined for one of another endpoint, or that still waits. */
  async beginAgain(endpointId: string, id: string): Promise<StoredDelivery | undefined> {
    const [rows] = await currentEntityManager().query<[StoredDelivery[], number]>(
      `UPDATE webhook_deliveries SET status = 'pending', round = round + 1, enqueued_at = NULL
       WHERE organization_id = $1 AND endpoint_id = $2 AND id = $3 AND status <> 'pending'
       RETURNING ${COLUMNS}`,
      [currentOrganizationId(), endpointId, id],
    );
    return rows[0];
  }

  async noteEnqueued(id: string): Promise<void> {
    await currentEntityManager().query(
      'UPDATE webhook_deliveries SET enqueued_at = now() WHERE organization_id = $1 AND id = $2',
      [currentOrganizationId(), id],
    );
  }

  /** @param isOver no further attempt follows. */
  async noteAttempt(id: string, { error, status }: Attempt, isOver: boolean): Promise<void> {
    const next = error === null ? 'delivered' : isOver ? 'failed' : 'pending';
    await currentEntityManager().query(
      `UPDATE webhook_deliveries SET attempts = attempts + 1, status = $3, response_status = $4, error = $5,
         last_attempt_at = now()
       WHERE organization_id = $1 AND id = $2`,
      [currentOrganizationId(), id, next, status, error],
    );
  }

  /** @param error in place of the last attempt's, where the reason is another. */
  async fail(id: string, error?: string): Promise<void> {
    await currentEntityManager().query(
      `UPDATE webhook_deliveries SET status = 'failed', error = coalesce($3, error)
       WHERE organization_id = $1 AND id = $2 AND status = 'pending'`,
      [currentOrganizationId(), id, error ?? null],
    );
  }
}

/** Of all organizations: what was written down and never reached the queue, the oldest first. */
export const findUnqueuedDeliveries = (database: Pick<Database, 'query'>): Promise<DeliverWebhookData[]> =>
  database.query(
    'SELECT organization_id AS "organizationId", delivery_id AS "deliveryId", round FROM find_unqueued_webhooks()',
  );

/** Of all organizations: how long the oldest message that is still to be delivered has waited; 0 with none. */
export async function oldestUndeliveredSeconds(database: Pick<Database, 'query'>): Promise<number> {
  const [row] = await database.query<{ seconds: number }>(
    'SELECT oldest_undelivered_webhook_seconds() AS seconds',
  );
  return row!.seconds;
}
