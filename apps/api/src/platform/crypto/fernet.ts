// Fernet (https://github.com/fernet/spec): 0x80 | timestamp u64 | IV | AES-128-CBC, PKCS#7 | HMAC-SHA256, base64url.
// A key is 16 bytes to sign with and 16 to encrypt with.
import { randomFillSync, timingSafeEqual } from 'node:crypto';
import { CbcCipher } from './cbc-cipher.ts';
import { MessageDigests } from './message-digests.ts';

const VERSION = 0x80;
const IV_START = 9;
const TEXT_START = 25;
const MAC_BYTES = 32;
const BLOCK_BYTES = 16;
const MIN_BYTES = TEXT_START + BLOCK_BYTES + MAC_BYTES;
const MAX_SKEW_SECONDS = 60;

/** Whatever is wrong with a token, this is all that is said. */
export class InvalidToken extends Error {
  override readonly name = 'InvalidToken';
  constructor() {
    super('the token is not valid');
  }
}

/** How long a token is good for, and what time it is, both in seconds. */
export interface Lifetime {
  ttlSeconds: number;
  nowSeconds: number;
}

/** @param iv for the specification's test vectors only; never the same twice. */
export function encryptFernet(key: Buffer, plain: Buffer, nowSeconds: number, iv = freshIv()): string {
  const { cipher, signer } = partsOf(key);
  const encrypted = cipher.encrypt(iv, plain);
  const macStart = TEXT_START + encrypted.length;
  const token = Buffer.allocUnsafe(macStart + MAC_BYTES);
  token.writeUInt8(VERSION);
  token.writeBigUInt64BE(BigInt(nowSeconds), 1);
  iv.copy(token, IV_START);
  encrypted.copy(token, TEXT_START);
  token.write(signer.charactersOf(token.subarray(0, macStart)), macStart, 'latin1');
  return padded(token);
}

/** @param lifetime none for what is stored: it does not grow old. @throws InvalidToken. */
export function decryptFernet(key: Buffer, token: string, lifetime?: Lifetime): Buffer {
  const bytes = bytesOf(token);
  const { cipher, signer } = partsOf(key);
  const signed = bytes.subarray(0, -MAC_BYTES);
  if (!timingSafeEqual(signer.bytesOf(signed), bytes.subarray(-MAC_BYTES))) throw new InvalidToken();
  if (lifetime) refuseOutside(lifetime, timestampIn(bytes));
  const plain = cipher.decrypt(signed.subarray(IV_START, TEXT_START), signed.subarray(TEXT_START));
  if (!plain) throw new InvalidToken();
  return plain;
}

/** When a token was made, in seconds since 1970, whoever made it. @throws InvalidToken. */
export const fernetTimestamp = (token: string): number => timestampIn(bytesOf(token));

const timestampIn = (bytes: Buffer): number => Number(bytes.readBigUInt64BE(1));

function refuseOutside({ nowSeconds, ttlSeconds }: Lifetime, timestamp: number): void {
  const isPast = timestamp + ttlSeconds < nowSeconds;
  if (isPast || timestamp > nowSeconds + MAX_SKEW_SECONDS) throw new InvalidToken();
}

interface KeyParts {
  signer: MessageDigests;
  cipher: CbcCipher;
}

/** By key, for as long as there is one. */
const known = new WeakMap<Buffer, KeyParts>();

function partsOf(key: Buffer): KeyParts {
  const parts = known.get(key);
  if (parts) return parts;
  const made = { signer: new MessageDigests(key.subarray(0, 16)), cipher: new CbcCipher(key.subarray(16)) };
  known.set(key, made);
  return made;
}

/** Node's decoder skips what is no base64url and ignores stray bits; here one text stands for one token. */
function bytesOf(token: string): Buffer {
  const bytes = Buffer.from(token, 'base64url');
  const isWhole = bytes.length >= MIN_BYTES && (bytes.length - MIN_BYTES) % BLOCK_BYTES === 0;
  if (!isWhole || bytes[0] !== VERSION || padded(bytes) !== token) throw new InvalidToken();
  return bytes;
}

function padded(bytes: Buffer): string {
  const text = bytes.toString('base64url');
  return text.padEnd(Math.ceil(text.length / 4) * 4, '=');
}

// Random bytes cost less by the pool than by the IV.
const pool = Buffer.alloc(BLOCK_BYTES * 256);
let used = pool.length;

function freshIv(): Buffer {
  if (used === pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += BLOCK_BYTES;
  return Buffer.from(pool.subarray(used - BLOCK_BYTES, used));
}
