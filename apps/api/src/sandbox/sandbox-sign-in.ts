// `<localDir>/sandbox.json`: how to get into the sandbox. Kept across resets, readable by its owner only.
import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { randomToken } from '../platform/crypto/index.ts';
import { createApiKey, parseApiKey } from '../platform/identity/index.ts';

const EMAIL = 'sandbox@medspasync.test';

const SandboxFile = z.object({ email: z.literal(EMAIL), password: z.string().min(15), api_key: z.string() });

export interface SandboxSignIn {
  email: string;
  password: string;
  apiKey: { key: string; hash: Buffer };
}

/** The sign-in of the last time, or a new one; written down either way. */
export function keepSignIn(localDir: string, organizationId: string): SandboxSignIn {
  const file = path.join(localDir, 'sandbox.json');
  const kept = readSignIn(file, organizationId);
  const signIn = kept ?? { email: EMAIL, password: randomToken(), apiKey: createApiKey(organizationId) };
  const content = { email: signIn.email, password: signIn.password, api_key: signIn.apiKey.key };
  writeFileSync(file, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  // The mode above is for a new file only.
  chmodSync(file, 0o600);
  return signIn;
}

function readSignIn(file: string, organizationId: string): SandboxSignIn | undefined {
  const { data } = SandboxFile.safeParse(readJson(file));
  const parsed = data && parseApiKey(data.api_key);
  if (!data || parsed?.organizationId !== organizationId) return undefined;
  return { email: data.email, password: data.password, apiKey: { key: data.api_key, hash: parsed.hash } };
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}
