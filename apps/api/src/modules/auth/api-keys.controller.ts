// POST, GET and DELETE /auth/api-keys. A key cannot make or revoke keys.
import { CreateApiKeyRequestWire } from '@medspasync/schemas';
import {
  Body,
  Delete,
  Extension,
  Get,
  Middlewares,
  Path,
  Post,
  Request,
  Route,
  Security,
  SuccessResponse,
  Tags,
} from '@tsoa/runtime';
import type { ApiKeys, CreateApiKeyRequest, CreatedApiKey } from '../../generated/wire.ts';
import { type AuthenticatedRequest, body, idempotentUnkept, type Uuid } from '../../platform/http/index.ts';
import type { ApiKeysService } from './api-keys.service.ts';

@Route('auth/api-keys')
@Tags('API keys')
@Security('session', ['auth:manage'])
export class ApiKeysController {
  constructor(private readonly apiKeys: ApiKeysService) {}

  /** Makes a key. The answer is the only place it is ever shown. */
  @Post()
  @Extension('x-idempotent', true)
  @Middlewares(body(CreateApiKeyRequestWire), idempotentUnkept)
  @SuccessResponse(201, 'Created')
  async createApiKey(
    @Request() request: AuthenticatedRequest,
    @Body() wanted: CreateApiKeyRequest,
  ): Promise<CreatedApiKey> {
    return this.apiKeys.create(request.user, wanted);
  }

  /** The organization's keys, without their secrets. */
  @Get()
  async listApiKeys(@Request() request: AuthenticatedRequest): Promise<ApiKeys> {
    return { api_keys: await this.apiKeys.list(request.user) };
  }

  /** Revokes a key at once. */
  @Delete('{api_key_id}')
  @SuccessResponse(204, 'Revoked')
  async revokeApiKey(@Request() request: AuthenticatedRequest, @Path() api_key_id: Uuid): Promise<void> {
    await this.apiKeys.revoke(request.user, api_key_id);
  }
}
