// An API key: `msk_<organization>_<secret>`. The organization is in it so that the look-up stays inside its rows.
import { randomToken, sha256 } from '../crypto/index.ts';

const FORMAT = /^msk_([0-9a-f]{32})_[\w-]{43}$/;

export interface ApiKey {
  organizationId: string;
  hash: Buffer;
}

/** The key, which is shown once, and what is stored of it. */
export function createApiKey(organizationId: string): { key: string; hash: Buffer } {
  const key = `msk_${organizationId.replaceAll('-', '')}_${randomToken()}`;
  return { key, hash: sha256(key) };
}

/** The first characters of the secret: enough to tell two keys apart, far too few to guess the rest. */
export const prefixOf = (key: string): string => key.slice(37, 43);

export function parseApiKey(key: string): ApiKey | undefined {
  const hex = FORMAT.exec(key)?.[1];
  if (!hex) return undefined;
  const organizationId = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
  return { organizationId, hash: sha256(key) };
}
