// Keys that are rotated: the newest makes, the older ones are kept to read what they made.
import { sha256 } from './tokens.ts';

export interface Key {
  /** Says which key it was without telling anything about it. */
  id: string;
  /** 32 bytes. */
  bytes: Buffer;
}

export interface KeyRing {
  newest: Key;
  all: readonly Key[];
  byId: ReadonlyMap<string, Key>;
}

/** @param encoded base64url keys of 32 bytes, the newest first, as the environment lists them. */
export function keyRing(encoded: readonly string[]): KeyRing {
  const all = encoded.map((text) => {
    const bytes = Buffer.from(text, 'base64url');
    if (bytes.length !== 32) throw new Error('a key has 32 bytes');
    const kid = Buffer.concat([Buffer.from('kid:'), bytes]);
    return { id: sha256(kid).toString('hex').slice(0, 16), bytes };
  });
  const [newest] = all;
  if (!newest) throw new Error('a key ring needs a key');
  return { newest, all, byId: new Map(all.map((key) => [key.id, key])) };
}
