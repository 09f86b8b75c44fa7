import { createHmac } from 'node:crypto';
import fc from 'fast-check';
import { MessageDigests } from './message-digests.ts';

// RFC 4231: cases 1 to 3, and 6 with a key longer than a block.
test.each([
  [
    '0b'.repeat(20),
    Buffer.from('Hi There'),
    'b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7',
  ],
  [
    Buffer.from('Jefe').toString('hex'),
    Buffer.from('what do ya want for nothing?'),
    '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  ],
  [
    'aa'.repeat(20),
    Buffer.alloc(50, 0xdd),
    '773ea91e36800e46854db8ebd09181a72959098b3ef8c122d9635514ced565fe',
  ],
  [
    'aa'.repeat(131),
    Buffer.from('Test Using Larger Than Block-Size Key - Hash Key First'),
    '60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54',
  ],
])('with the key %s a message has the digest of the standard', (key, message, digest) => {
  const digests = new MessageDigests(Buffer.from(key, 'hex'));
  expect(digests.hexOf(message)).toBe(digest);
  expect(digests.bytesOf(message).toString('hex')).toBe(digest);
});

test('any messages one after another, of any length, have the digests that Node gives them', () => {
  const message = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 3000 }),
    fc.uint8Array({ maxLength: 3000 }).map((bytes) => Buffer.from(bytes)),
  );
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), fc.array(message), (key, messages) => {
      const digests = new MessageDigests(Buffer.from(key));
      for (const one of messages)
        expect(digests.hexOf(one)).toBe(createHmac('sha256', key).update(one).digest('hex'));
    }),
  );
});
