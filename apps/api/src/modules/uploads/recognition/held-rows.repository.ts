// The rows an organization holds of one side, by what recognizes them; and the secret that makes their digests.
import { randomBytes, randomUUID } from 'node:crypto';
import type { UploadKind } from '@medspasync/schemas';
import type { PatientSeal, Place } from '../../../platform/crypto/index.ts';
import { currentOrganizationId, currentStatements } from '../../../platform/database/organization-scope.ts';
import type { HeldRow } from './recognize.ts';

const placeOf = (organizationId: string, rowId: string): Place => ({
  organizationId,
  table: 'recognition_secrets',
  rowId,
  column: 'secret',
});

export class HeldRowsRepository {
  constructor(private readonly seal: PatientSeal) {}

  /** Whoever writes rows of a side waits in line until the transaction ends: of two equal files the second is known. */
  async holdSide(side: UploadKind): Promise<void> {
    await currentStatements().query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `rows|${currentOrganizationId()}|${side}`,
    ]);
  }

  /**
   * The organization's own, made when it is first asked for. Unlike the keys it is sealed with it never changes, so that
   * a rotation leaves all digests as they are.
   */
  async secret(): Promise<Buffer> {
    const organizationId = currentOrganizationId();
    return (await this.#findSecret(organizationId)) ?? (await this.#makeSecret(organizationId));
  }

  /** Those with one of these identities that no later version has replaced. */
  async find(side: UploadKind, identities: readonly string[]): Promise<HeldRow[]> {
    return currentStatements().query<HeldRow[]>(
      `SELECT id, identity, content, ordinal, lineage_id AS "lineageId", version FROM transactions
       WHERE organization_id = $1 AND side = $2 AND identity = ANY ($3::uuid[]) AND superseded_by IS NULL`,
      [currentOrganizationId(), side, identities],
    );
  }

  /** False before the first file: then nothing has to be looked for. */
  async holdsAny(side: UploadKind): Promise<boolean> {
    const any = await currentStatements().query<unknown[]>(
      `SELECT FROM transactions
       WHERE organization_id = $1 AND side = $2 AND identity IS NOT NULL AND superseded_by IS NULL LIMIT 1`,
      [currentOrganizationId(), side],
    );
    return any.length > 0;
  }

  /** Each gives way to its next version; both ids are of transactions. */
  async supersede(versions: readonly { heldId: string; id: string }[]): Promise<void> {
    if (versions.length === 0) return;
    await currentStatements().query(
      `UPDATE transactions t SET superseded_by = batch.id
       FROM json_to_recordset($2) AS batch ("heldId" uuid, id uuid)
       WHERE t.organization_id = $1 AND t.id = batch."heldId"`,
      [currentOrganizationId(), JSON.stringify(versions)],
    );
  }

  async #findSecret(organizationId: string): Promise<Buffer | undefined> {
    const [row] = await currentStatements().query<{ id: string; keyId: string; token: string }[]>(
      `SELECT id, key_id AS "keyId", secret AS token FROM recognition_secrets WHERE organization_id = $1`,
      [organizationId],
    );
    return row && this.seal.open(placeOf(organizationId, row.id), row);
  }

  /** Of two at once, one is kept. */
  async #makeSecret(organizationId: string): Promise<Buffer> {
    const id = randomUUID();
    const token = this.seal.seal(placeOf(organizationId, id), randomBytes(32));
    await currentStatements().query(
      `INSERT INTO recognition_secrets (organization_id, id, key_id, secret) VALUES ($1, $2, $3, $4)
       ON CONFLICT (organization_id) DO NOTHING`,
      [organizationId, id, this.seal.keyId, token],
    );
    return (await this.#findSecret(organizationId))!;
  }
}
