// The answers of requests that carried an Idempotency-Key: kept for a day in the transaction of what they did, so that
// there is never one without the other. Sealed, because an answer may be about a patient.
import { randomUUID } from 'node:crypto';
import type { PatientSeal, Place } from '../crypto/index.ts';
import { currentEntityManager, currentOrganizationId } from '../database/index.ts';

export interface Answer {
  status: number;
  body: string;
}

/** Who asked for what under which key. Another person's key, or another operation's, is another key. */
export interface AskedOnce {
  userId: string;
  /** Method and path. */
  operation: string;
  key: string;
}

interface Row {
  id: string;
  fingerprint: Buffer;
  status: number;
  sealing_key: string;
  sealed_body: string;
}

export class KeptAnswers {
  constructor(private readonly seal: PatientSeal) {}

  /** Takes the key until the open transaction ends. False while another request works under it. */
  async take({ key, operation, userId }: AskedOnce): Promise<boolean> {
    const lock = [currentOrganizationId(), userId, operation, key].join('|');
    const [row] = await currentEntityManager().query<{ taken: boolean }[]>(
      'SELECT pg_try_advisory_xact_lock(hashtextextended($1, 0)) AS taken',
      [lock],
    );
    return row!.taken;
  }

  async find({ key, operation, userId }: AskedOnce): Promise<(Answer & { fingerprint: Buffer }) | undefined> {
    const [row] = await currentEntityManager().query<Row[]>(
      `SELECT id, fingerprint, status, sealing_key, sealed_body FROM kept_answers
       WHERE organization_id = current_organization_id() AND user_id = $1 AND operation = $2 AND key = $3
         AND kept_at > now() - interval '24 hours'`,
      [userId, operation, key],
    );
    if (!row) return undefined;
    const body = this.seal.open(placeOf(row.id), { keyId: row.sealing_key, token: row.sealed_body });
    return { fingerprint: row.fingerprint, status: row.status, body: body.toString() };
  }

  /** Keyed: a request may say a password, or who a patient is. */
  isFingerprintOf(fingerprint: Buffer, request: string): boolean {
    return this.seal.isDigestOf(fingerprint, request);
  }

  async keep(
    { key, operation, userId }: AskedOnce,
    request: string,
    { body, status }: Answer,
  ): Promise<void> {
    await currentEntityManager().query(
      `DELETE FROM kept_answers
       WHERE organization_id = current_organization_id() AND kept_at <= now() - interval '24 hours'`,
    );
    const id = randomUUID();
    await currentEntityManager().query(
      `INSERT INTO kept_answers
         (organization_id, id, user_id, operation, key, fingerprint, status, sealing_key, sealed_body)
       VALUES (current_organization_id(), $1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        id,
        userId,
        operation,
        key,
        this.seal.digest(request),
        status,
        this.seal.keyId,
        this.seal.seal(placeOf(id), Buffer.from(body)),
      ],
    );
  }
}

const placeOf = (rowId: string): Place => ({
  organizationId: currentOrganizationId(),
  table: 'kept_answers',
  rowId,
  column: 'body',
});
