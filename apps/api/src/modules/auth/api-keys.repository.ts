// Rows of API keys, inside the organization of the open transaction.
import { randomUUID } from 'node:crypto';
import { IsNull } from 'typeorm';
import { currentEntityManager, currentOrganizationId } from '../../platform/database/index.ts';
import { ApiKeyEntity } from './api-key.entity.ts';

export interface NewApiKey {
  name: string;
  prefix: string;
  keyHash: Buffer;
  permissions: string[];
  createdBy: string;
  expiresAt: Date;
}

export interface StoredApiKey {
  id: string;
  name: string;
  prefix: string;
  permissions: string[];
  createdAt: Date;
  lastUsedAt: Date | null;
  expiresAt: Date;
}

export class ApiKeysRepository {
  async add(key: NewApiKey): Promise<StoredApiKey> {
    const organizationId = currentOrganizationId();
    const id = randomUUID();
    await currentEntityManager().insert(ApiKeyEntity, { organizationId, id, ...key });
    return currentEntityManager().findOneByOrFail(ApiKeyEntity, { organizationId, id });
  }

  /** All that were not revoked, the newest first. */
  async list(): Promise<StoredApiKey[]> {
    return currentEntityManager().find(ApiKeyEntity, {
      where: { organizationId: currentOrganizationId(), revokedAt: IsNull() },
      order: { createdAt: 'DESC' },
    });
  }

  /** @returns whether there was such a key to revoke. */
  async revoke(id: string): Promise<boolean> {
    const { affected } = await currentEntityManager().update(
      ApiKeyEntity,
      { organizationId: currentOrganizationId(), id, revokedAt: IsNull() },
      { revokedAt: new Date() },
    );
    return affected === 1;
  }
}
