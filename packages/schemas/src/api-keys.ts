// Keys for programs, as their makers see them.
import * as z from 'zod';
import { lineOf } from './text.ts';

/** A key that nobody replaces is one that nobody remembers. */
export const MAX_API_KEY_DAYS = 365;
export const DEFAULT_API_KEY_DAYS = 90;

/** POST /auth/api-keys. A key never does more than the person who made it. */
export const CreateApiKeyRequestWire = z
  .strictObject({
    name: lineOf(100).meta({ example: 'Nightly import' }),
    permissions: z
      .array(z.string())
      .min(1)
      .max(50)
      .meta({ example: ['uploads:create', 'reconciliation:start', 'reconciliation:read'] }),
    expires_in_days: z.int().min(1).max(MAX_API_KEY_DAYS).default(DEFAULT_API_KEY_DAYS),
  })
  .meta({ id: 'CreateApiKeyRequest' });
export type CreateApiKeyRequestWire = z.infer<typeof CreateApiKeyRequestWire>;

export const ApiKeyWire = z
  .object({
    api_key_id: z.uuid(),
    name: z.string(),
    prefix: z.string().meta({ description: 'How its secret begins.', example: 'Zk3_aQ' }),
    permissions: z.array(z.string()),
    created_at: z.string(),
    last_used_at: z.string().nullable(),
    expires_at: z.string(),
  })
  .meta({ id: 'ApiKey' });
export type ApiKeyWire = z.infer<typeof ApiKeyWire>;

export const ApiKeysWire = z.object({ api_keys: z.array(ApiKeyWire) }).meta({ id: 'ApiKeys' });

export const CreatedApiKeyWire = ApiKeyWire.extend({
  key: z.string().meta({ description: 'Shown this once; only its digest is kept.' }),
}).meta({ id: 'CreatedApiKey' });
export type CreatedApiKeyWire = z.infer<typeof CreatedApiKeyWire>;
