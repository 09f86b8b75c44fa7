// Codes for the day the authenticator is lost: 120 random bits each, so that a plain digest is enough to store them by
// (SP 800-63B-4 asks for a salted, slow one below 112 bits).
import { randomBytes } from 'node:crypto';
import { sha256 } from '../../platform/crypto/index.ts';
import { base32 } from './totp.ts';

const COUNT = 8;
const BYTES = 15;

/** `abcdef-ghijkl-mnopqr-stuvwx`, eight of them. */
export const newRecoveryCodes = (): string[] =>
  Array.from({ length: COUNT }, () =>
    (base32(randomBytes(BYTES)).toLowerCase().match(/.{6}/g) ?? []).join('-'),
  );

/** What is stored of a code, however it was typed: in capitals, without hyphens, with spaces. */
export const digestOfRecoveryCode = (code: string): Buffer =>
  sha256(`recovery-code:${code.toLowerCase().replace(/[^a-z2-7]/g, '')}`);
