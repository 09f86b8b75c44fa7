// Rows of second factors and recovery codes, inside the organization of the open transaction.
import type { PatientSeal } from '../../platform/crypto/index.ts';
import { currentEntityManager, currentOrganizationId } from '../../platform/database/index.ts';

export interface StoredSecondFactor {
  secret: Buffer;
  isConfirmed: boolean;
  lastUsedStep: number;
}

interface Row {
  key_id: string;
  secret_sealed: string;
  confirmed_at: Date | null;
  last_used_step: string;
}

const placeOf = (userId: string) => ({
  organizationId: currentOrganizationId(),
  table: 'second_factors',
  rowId: userId,
  column: 'secret_sealed',
});

export class SecondFactorsRepository {
  constructor(private readonly seal: PatientSeal) {}

  /** Held until the transaction ends, so that a code serves once however often it is sent at a time. */
  async find(userId: string): Promise<StoredSecondFactor | undefined> {
    const [row] = await currentEntityManager().query<Row[]>(
      `SELECT key_id, secret_sealed, confirmed_at, last_used_step FROM second_factors
       WHERE organization_id = $1 AND user_id = $2 FOR UPDATE`,
      [currentOrganizationId(), userId],
    );
    return (
      row && {
        secret: this.seal.open(placeOf(userId), { keyId: row.key_id, token: row.secret_sealed }),
        isConfirmed: row.confirmed_at !== null,
        lastUsedStep: Number(row.last_used_step),
      }
    );
  }

  /** In place of one that was begun and never confirmed. */
  async begin(userId: string, secret: Buffer): Promise<void> {
    await this.remove(userId);
    await currentEntityManager().query(
      'INSERT INTO second_factors (organization_id, user_id, key_id, secret_sealed) VALUES ($1, $2, $3, $4)',
      [currentOrganizationId(), userId, this.seal.keyId, this.seal.seal(placeOf(userId), secret)],
    );
  }

  /** No code of this step or an earlier one is taken any more. The first one confirms. */
  async use(userId: string, { secret }: StoredSecondFactor, step: number): Promise<void> {
    await currentEntityManager().query(
      `UPDATE second_factors SET last_used_step = $3, confirmed_at = coalesce(confirmed_at, now()),
         key_id = $4, secret_sealed = $5
       WHERE organization_id = $1 AND user_id = $2`,
      // Sealed anew: with every use, the newest key takes the place of an older one.
      [currentOrganizationId(), userId, step, this.seal.keyId, this.seal.seal(placeOf(userId), secret)],
    );
  }

  /** With its recovery codes. */
  async remove(userId: string): Promise<void> {
    await currentEntityManager().query(
      'DELETE FROM second_factors WHERE organization_id = $1 AND user_id = $2',
      [currentOrganizationId(), userId],
    );
  }

  async replaceRecoveryCodes(userId: string, hashes: readonly Buffer[]): Promise<void> {
    const rows = currentEntityManager();
    const organizationId = currentOrganizationId();
    await rows.query('DELETE FROM recovery_codes WHERE organization_id = $1 AND user_id = $2', [
      organizationId,
      userId,
    ]);
    await rows.query(
      `INSERT INTO recovery_codes (organization_id, user_id, code_hash)
       SELECT $1, $2, unnest($3::bytea[])`,
      [organizationId, userId, hashes],
    );
  }

  /** @returns whether the code was there to be spent. */
  async spendRecoveryCode(userId: string, hash: Buffer): Promise<boolean> {
    const [, spent] = await currentEntityManager().query<[unknown[], number]>(
      `UPDATE recovery_codes SET used_at = now()
       WHERE organization_id = $1 AND user_id = $2 AND code_hash = $3 AND used_at IS NULL`,
      [currentOrganizationId(), userId, hash],
    );
    return spent === 1;
  }

  async countRecoveryCodes(userId: string): Promise<number> {
    const [row] = await currentEntityManager().query<{ n: number }[]>(
      `SELECT count(*)::int AS n FROM recovery_codes
       WHERE organization_id = $1 AND user_id = $2 AND used_at IS NULL`,
      [currentOrganizationId(), userId],
    );
    return row?.n ?? 0;
  }
}
