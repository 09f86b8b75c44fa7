// How patient data is stored: a Fernet token that is good in one place only. Fernet signs a token but not where it lies,
// so the place goes into what is encrypted; a token moved to another row does not open.
import { createHmac, hash, hkdfSync } from 'node:crypto';
import { decryptFernet, encryptFernet, fernetTimestamp, InvalidToken } from './fernet.ts';
import type { Key, KeyRing } from './key-ring.ts';

/** A cell of the database. */
export interface Place {
  organizationId: string;
  table: string;
  rowId: string;
  column: string;
}

/** As it is stored: which key, so that a rotation knows what is left to do, and the token. */
export interface Sealed {
  keyId: string;
  token: string;
}

/**
 * The key of rows from before there was encryption: their "token" is the base64 of what it says. The database refuses
 * new ones; the re-encryption that follows the migration leaves none.
 */
export const NO_KEY = 'none';

const PLACE_BYTES = 16;

/** The key that something is sealed with was taken away too early; its id says which one it was. */
export class MissingKey extends Error {
  override readonly name = 'MissingKey';
  constructor(keyId: string) {
    super(`sealed with key ${keyId}, which is not in FERNET_KEYS: put it back until nothing needs it`);
  }
}

export class PatientSeal {
  constructor(private readonly keys: KeyRing) {}

  /** Of all that can be opened. */
  get keyIds(): readonly string[] {
    return [...this.keys.byId.keys(), NO_KEY];
  }

  /** Of what is sealed from now on. */
  get keyId(): string {
    return this.keys.newest.id;
  }

  seal(place: Place, plain: Buffer): string {
    return this.#encrypt(place, plain, Math.floor(Date.now() / 1000));
  }

  sealJson(place: Place, value: object): string {
    return this.seal(place, Buffer.from(JSON.stringify(value)));
  }

  /** @throws MissingKey for another key than ours, InvalidToken when it was changed, or made for another place. */
  open(place: Place, { keyId, token }: Sealed): Buffer {
    if (keyId === NO_KEY) return Buffer.from(token, 'base64');
    if (!this.keys.byId.has(keyId)) throw new MissingKey(keyId);
    const opened = this.#decrypt(token);
    if (opened.toString('latin1', 0, PLACE_BYTES) !== digestOf(place)) throw new InvalidToken();
    return opened.subarray(PLACE_BYTES);
  }

  openJson<T>(place: Place, sealed: Sealed): T {
    return JSON.parse(this.open(place, sealed).toString()) as T;
  }

  /** The same under the newest key; when it was first sealed stays. @throws as `open`. */
  reseal(place: Place, sealed: Sealed): string {
    const plain = this.open(place, sealed);
    if (sealed.keyId === NO_KEY) return this.seal(place, plain);
    return this.#encrypt(place, plain, fernetTimestamp(sealed.token));
  }

  /**
   * Tells whether two texts are the same. Unlike a plain hash, it lets nobody without the keys check a guess of what a
   * short text about a patient says.
   */
  digest(text: string): Buffer {
    return digestWith(this.keys.newest, text);
  }

  /** Also of a digest made before a rotation. */
  isDigestOf(digest: Buffer, text: string): boolean {
    return this.keys.all.some((key) => digestWith(key, text).equals(digest));
  }

  #encrypt(place: Place, plain: Buffer, seconds: number): string {
    const placed = Buffer.allocUnsafe(PLACE_BYTES + plain.length);
    placed.write(digestOf(place), 'latin1');
    plain.copy(placed, PLACE_BYTES);
    return encryptFernet(this.keys.newest.bytes, placed, seconds);
  }

  #decrypt(token: string): Buffer {
    for (const { bytes } of this.keys.all)
      try {
        return decryptFernet(bytes, token);
      } catch {
        // Another key may open it.
      }
    throw new InvalidToken();
  }
}

const digestWith = ({ bytes }: Key, text: string): Buffer =>
  createHmac('sha256', Buffer.from(hkdfSync('sha256', bytes, '', 'medspasync-digest-1', 32)))
    .update(text)
    .digest();

/** Half of SHA-256, a character of each byte: two places with one digest would take 2^64 attempts to find. */
const digestOf = ({ column, organizationId, rowId, table }: Place): string =>
  hash('sha256', `${organizationId}|${table}|${rowId}|${column}`, 'binary').slice(0, PLACE_BYTES);
