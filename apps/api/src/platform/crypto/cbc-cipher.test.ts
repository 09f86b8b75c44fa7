import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { CbcCipher } from './cbc-cipher.ts';

const KEY = randomBytes(16);

/** As Node encrypts one message. */
function alone(iv: Buffer, text: Buffer, isPadded = true): Buffer {
  const cipher = createCipheriv('aes-128-cbc', KEY, iv).setAutoPadding(isPadded);
  return Buffer.concat([cipher.update(text), cipher.final()]);
}

test('many messages of every length are encrypted and decrypted as each alone would be', () => {
  const cipher = new CbcCipher(KEY);
  for (let length = 0; length < 100; length += 1) {
    const [iv, text] = [randomBytes(16), randomBytes(length)];
    const encrypted = cipher.encrypt(iv, text);
    expect(encrypted).toEqual(alone(iv, text));
    expect(cipher.decrypt(iv, encrypted)).toEqual(text);
  }
});

test('encrypting and decrypting do not disturb each other', () => {
  const cipher = new CbcCipher(KEY);
  const iv = randomBytes(16);
  const first = cipher.encrypt(iv, Buffer.from('first'));
  expect(cipher.decrypt(iv, alone(iv, Buffer.from('another')))!.toString()).toBe('another');
  expect(cipher.encrypt(iv, Buffer.from('first'))).toEqual(first);
});

test('what is padded in another way than PKCS#7 has no text, and spoils none that comes after', () => {
  const cipher = new CbcCipher(KEY);
  const iv = randomBytes(16);
  for (const end of [[0], [17], [255], [1, 2], [2, 3, 3], [16]]) {
    const blocks = Buffer.concat([Buffer.alloc(32 - end.length, 9), Buffer.from(end)]);
    const encrypted = alone(iv, blocks, false);
    const decipher = createDecipheriv('aes-128-cbc', KEY, iv);
    expect(() => Buffer.concat([decipher.update(encrypted), decipher.final()])).toThrow();
    expect(cipher.decrypt(iv, encrypted)).toBeUndefined();
    expect(cipher.decrypt(iv, alone(iv, Buffer.from('after')))!.toString()).toBe('after');
  }
});
