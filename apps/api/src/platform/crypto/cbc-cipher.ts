// AES-128-CBC with PKCS#7 (NIST SP 800-38A, RFC 5652) of many short messages under one key. Node makes an object for each
// message, which takes longer to make and to collect than the encryption itself; here one goes on from message to message. It
// chains the first block of a message to the last one of the message before, so that one is taken out again by XOR.
import { createCipheriv, createDecipheriv } from 'node:crypto';

const ALGORITHM = 'aes-128-cbc';
const BLOCK_BYTES = 16;

export class CbcCipher {
  readonly #cipher;
  readonly #decipher;
  /** What each of the two has chained to its next block: the last encrypted one. */
  readonly #chainedToCipher = Buffer.alloc(BLOCK_BYTES);
  readonly #chainedToDecipher = Buffer.alloc(BLOCK_BYTES);

  /** @param key of 16 bytes. */
  constructor(key: Buffer) {
    const nothing = Buffer.alloc(BLOCK_BYTES);
    this.#cipher = createCipheriv(ALGORITHM, key, nothing).setAutoPadding(false);
    this.#decipher = createDecipheriv(ALGORITHM, key, nothing).setAutoPadding(false);
  }

  /** @param iv of 16 bytes, never the same twice. */
  encrypt(iv: Buffer, plain: Buffer): Buffer {
    const padding = BLOCK_BYTES - (plain.length % BLOCK_BYTES);
    const blocks = Buffer.allocUnsafe(plain.length + padding);
    plain.copy(blocks);
    blocks.fill(padding, plain.length);
    xorFirstBlock(blocks, iv, this.#chainedToCipher);
    const encrypted = this.#cipher.update(blocks);
    encrypted.copy(this.#chainedToCipher, 0, encrypted.length - BLOCK_BYTES);
    return encrypted;
  }

  /** @param encrypted whole blocks, at least one. @returns undefined when it is not padded as it should be. */
  decrypt(iv: Buffer, encrypted: Buffer): Buffer | undefined {
    const blocks = this.#decipher.update(encrypted);
    xorFirstBlock(blocks, iv, this.#chainedToDecipher);
    encrypted.copy(this.#chainedToDecipher, 0, encrypted.length - BLOCK_BYTES);
    return withoutPadding(blocks);
  }
}

function xorFirstBlock(blocks: Buffer, iv: Buffer, chained: Buffer): void {
  for (let index = 0; index < BLOCK_BYTES; index += 1)
    blocks[index] = blocks[index]! ^ iv[index]! ^ chained[index]!;
}

function withoutPadding(blocks: Buffer): Buffer | undefined {
  const padding = blocks.at(-1)!;
  if (padding < 1 || padding > BLOCK_BYTES) return undefined;
  const length = blocks.length - padding;
  for (let index = length; index < blocks.length; index += 1) if (blocks[index] !== padding) return undefined;
  return blocks.subarray(0, length);
}
