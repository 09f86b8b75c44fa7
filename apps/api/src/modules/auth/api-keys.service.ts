// Keys for programs: made by an administrator, limited to what that person may do, shown once.
import type { ApiKeyWire, CreateApiKeyRequestWire, CreatedApiKeyWire } from '@medspasync/schemas';
import type { WithinOrganization } from '../../platform/database/index.ts';
import { Refusal } from '../../platform/errors/index.ts';
import { type Caller, createApiKey, isPermission, prefixOf } from '../../platform/identity/index.ts';
import type { AuditTrail } from '../audit/index.ts';
import type { ApiKeysRepository, StoredApiKey } from './api-keys.repository.ts';

const MS_PER_DAY = 86_400_000;

export class ApiKeysService {
  constructor(
    private readonly apiKeys: ApiKeysRepository,
    private readonly withinOrganization: WithinOrganization,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * @param made a key that was made before, where it must stay the same.
   * @throws Refusal `request.invalid` naming each permission that is unknown or not the caller's own.
   */
  async create(
    caller: Caller,
    request: CreateApiKeyRequestWire,
    made = createApiKey(caller.organizationId),
  ): Promise<CreatedApiKeyWire> {
    refuseForeignPermissions(caller, request.permissions);
    const { key, hash } = made;
    const permissions = [...new Set(request.permissions)];
    const stored = await this.withinOrganization(caller.organizationId, async () => {
      const added = await this.apiKeys.add({
        name: request.name,
        prefix: prefixOf(key),
        keyHash: hash,
        permissions,
        createdBy: caller.userId,
        expiresAt: new Date(Date.now() + request.expires_in_days * MS_PER_DAY),
      });
      this.audit.record(caller, {
        action: 'api_key.created',
        subject: { kind: 'api_key', id: added.id },
        detail: { permissions },
      });
      return added;
    });
    return { ...toWire(stored), key };
  }

  async list(caller: Caller): Promise<ApiKeyWire[]> {
    const keys = await this.withinOrganization(caller.organizationId, () => this.apiKeys.list());
    return keys.map(toWire);
  }

  /** @throws Refusal `resource.not-found`. */
  async revoke(caller: Caller, apiKeyId: string): Promise<void> {
    await this.withinOrganization(caller.organizationId, async () => {
      if (!(await this.apiKeys.revoke(apiKeyId))) throw new Refusal('resource.not-found');
      this.audit.record(caller, { action: 'api_key.revoked', subject: { kind: 'api_key', id: apiKeyId } });
    });
  }
}

function refuseForeignPermissions(caller: Caller, permissions: readonly string[]): void {
  const errors = permissions.flatMap((permission, index) => {
    if (isPermission(permission) && caller.permissions.has(permission)) return [];
    return [{ field: `permissions[${index}]`, message: 'is not a permission you have' }];
  });
  if (errors.length > 0) throw new Refusal('request.invalid', { errors });
}

const toWire = (key: StoredApiKey): ApiKeyWire => ({
  api_key_id: key.id,
  name: key.name,
  prefix: key.prefix,
  permissions: key.permissions,
  created_at: key.createdAt.toISOString(),
  last_used_at: key.lastUsedAt?.toISOString() ?? null,
  expires_at: key.expiresAt.toISOString(),
});
