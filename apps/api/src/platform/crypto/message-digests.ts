// HMAC-SHA-256 (RFC 2104) of many short messages under one key. Node's own makes two objects for each message, which take
// longer to make and to collect than the hash itself; here a key is laid out once.
import { createHash, hash } from 'node:crypto';

const BLOCK_BYTES = 64;
const DIGEST_BYTES = 32;
const FIRST_MESSAGE_BYTES = 1024;

export class MessageDigests {
  /** The key against its inner pad, then the message. */
  #inner: Buffer;
  /** The key against its outer pad, then the inner digest. */
  readonly #outer = Buffer.alloc(BLOCK_BYTES + DIGEST_BYTES);

  constructor(key: Buffer) {
    const block = Buffer.alloc(BLOCK_BYTES);
    (key.length > BLOCK_BYTES ? createHash('sha256').update(key).digest() : key).copy(block);
    this.#inner = Buffer.alloc(BLOCK_BYTES + FIRST_MESSAGE_BYTES);
    for (const [index, byte] of block.entries()) {
      this.#inner[index] = byte ^ 0x36;
      this.#outer[index] = byte ^ 0x5c;
    }
  }

  /** As lower-case hexadecimal digits. @param message text as UTF-8. */
  hexOf(message: string | Buffer): string {
    return hash('sha256', this.#outerOf(message), 'hex');
  }

  /** 32 bytes. */
  bytesOf(message: string | Buffer): Buffer {
    return Buffer.from(this.charactersOf(message), 'latin1');
  }

  /** The same as 32 characters, one of each byte: Node makes them in a third of the time that a buffer takes. */
  charactersOf(message: string | Buffer): string {
    return hash('sha256', this.#outerOf(message), 'binary');
  }

  #outerOf(message: string | Buffer): Buffer {
    const length = Buffer.byteLength(message);
    if (BLOCK_BYTES + length > this.#inner.length)
      this.#inner = Buffer.concat([this.#inner.subarray(0, BLOCK_BYTES)], BLOCK_BYTES + 2 * length);
    if (typeof message === 'string') this.#inner.write(message, BLOCK_BYTES);
    else message.copy(this.#inner, BLOCK_BYTES);
    const digest = hash('sha256', this.#inner.subarray(0, BLOCK_BYTES + length), 'binary');
    this.#outer.write(digest, BLOCK_BYTES, 'latin1');
    return this.#outer;
  }
}
