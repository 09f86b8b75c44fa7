// Opaque random tokens, and the digests they are stored and looked up by.
import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 random bits, base64url. */
export const randomToken = (): string => randomBytes(32).toString('base64url');

/** Digest of a random token. Unsalted on purpose: it is a key to look up, and its input cannot be guessed. */
export const sha256 = (value: string | Buffer): Buffer => createHash('sha256').update(value).digest();

/** Compares two secrets in a time that says nothing about where they differ. */
export const equalSecrets = (left: string, right: string): boolean =>
  timingSafeEqual(sha256(left), sha256(right));
