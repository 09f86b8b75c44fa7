// Rows of webhook endpoints, inside the organization of the open transaction.
import { randomUUID } from 'node:crypto';
import type { WebhookEvent } from '@medspasync/schemas';
import type { PatientSeal } from '../../platform/crypto/index.ts';
import { currentEntityManager, currentOrganizationId } from '../../platform/database/index.ts';

export interface EndpointSettings {
  url: string;
  description: string;
  events: readonly WebhookEvent[];
  isEnabled: boolean;
}

export interface StoredEndpoint extends EndpointSettings {
  id: string;
  events: WebhookEvent[];
  failuresInARow: number;
  createdAt: Date;
}

const COLUMNS = `id, url, description, events, is_enabled AS "isEnabled",
  failures_in_a_row AS "failuresInARow", created_at AS "createdAt"`;

const placeOf = (id: string) => ({
  organizationId: currentOrganizationId(),
  table: 'webhook_endpoints',
  rowId: id,
  column: 'secret_sealed',
});

export class EndpointsRepository {
  constructor(private readonly seal: PatientSeal) {}

  /** @returns undefined when the organization has `limit` already. */
  async add(
    endpoint: Omit<EndpointSettings, 'isEnabled'>,
    secret: Buffer,
    limit: number,
  ): Promise<StoredEndpoint | undefined> {
    const id = randomUUID();
    const organizationId = currentOrganizationId();
    const rows = currentEntityManager();
    // Held until the transaction ends, so that two requests at once count each other.
    await rows.query('SELECT FROM organizations WHERE id = $1 FOR UPDATE', [organizationId]);
    const [added] = await rows.query<StoredEndpoint[]>(
      `INSERT INTO webhook_endpoints (organization_id, id, url, description, events, key_id, secret_sealed)
       SELECT $1, $2, $3, $4, $5, $6, $7
       WHERE (SELECT count(*) FROM webhook_endpoints WHERE organization_id = $1) < $8
       RETURNING ${COLUMNS}`,
      [
        organizationId,
        id,
        endpoint.url,
        endpoint.description,
        endpoint.events,
        this.seal.keyId,
        this.seal.seal(placeOf(id), secret),
        limit,
      ],
    );
    return added;
  }

  /** The oldest first. */
  async list(): Promise<StoredEndpoint[]> {
    return currentEntityManager().query(
      `SELECT ${COLUMNS} FROM webhook_endpoints WHERE organization_id = $1 ORDER BY created_at, id`,
      [currentOrganizationId()],
    );
  }

  async find(id: string): Promise<StoredEndpoint | undefined> {
    const [row] = await currentEntityManager().query<StoredEndpoint[]>(
      `SELECT ${COLUMNS} FROM webhook_endpoints WHERE organization_id = $1 AND id = $2`,
      [currentOrganizationId(), id],
    );
    return row;
  }

  /** @throws when there is no such endpoint. */
  async secretOf(id: string): Promise<Buffer> {
    const [row] = await currentEntityManager().query<{ keyId: string; token: string }[]>(
      `SELECT key_id AS "keyId", secret_sealed AS token FROM webhook_endpoints
       WHERE organization_id = $1 AND id = $2`,
      [currentOrganizationId(), id],
    );
    return this.seal.open(placeOf(id), row!);
  }

  /** What is not named stays; whoever turns it on again starts with no failures. */
  async change(id: string, settings: Partial<EndpointSettings>): Promise<void> {
    const { description, events, isEnabled, url } = settings;
    await currentEntityManager().query(
      `UPDATE webhook_endpoints SET url = coalesce($3, url), description = coalesce($4, description),
         events = coalesce($5, events), is_enabled = coalesce($6, is_enabled),
         failures_in_a_row = CASE WHEN $6 THEN 0 ELSE failures_in_a_row END,
         failing_since = CASE WHEN $6 THEN NULL ELSE failing_since END
       WHERE organization_id = $1 AND id = $2`,
      [currentOrganizationId(), id, url ?? null, description ?? null, events ?? null, isEnabled ?? null],
    );
  }

  /** With its deliveries. @returns whether there was one. */
  async remove(id: string): Promise<boolean> {
    const [, removed] = await currentEntityManager().query<[unknown, number]>(
      'DELETE FROM webhook_endpoints WHERE organization_id = $1 AND id = $2',
      [currentOrganizationId(), id],
    );
    return removed === 1;
  }

  async noteSuccess(id: string): Promise<void> {
    await currentEntityManager().query(
      `UPDATE webhook_endpoints SET failures_in_a_row = 0, failing_since = NULL
       WHERE organization_id = $1 AND id = $2`,
      [currentOrganizationId(), id],
    );
  }

  /** Counts a failure, and turns off what has accepted nothing for `days`. @returns whether this one did. */
  async noteFailure(id: string, days: number): Promise<boolean> {
    const [rows] = await currentEntityManager().query<[{ wasTurnedOff: boolean }[], number]>(
      `UPDATE webhook_endpoints e SET failures_in_a_row = e.failures_in_a_row + 1,
         failing_since = coalesce(e.failing_since, now()),
         is_enabled = e.is_enabled AND coalesce(e.failing_since, now()) > now() - make_interval(days => $3)
       FROM (SELECT is_enabled FROM webhook_endpoints WHERE organization_id = $1 AND id = $2 FOR UPDATE) before
       WHERE e.organization_id = $1 AND e.id = $2
       RETURNING before.is_enabled AND NOT e.is_enabled AS "wasTurnedOff"`,
      [currentOrganizationId(), id, days],
    );
    return rows[0]?.wasTurnedOff ?? false;
  }
}
