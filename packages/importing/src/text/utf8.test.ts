import fc from 'fast-check';
import { charactersIn, isCleanUtf8 } from './utf8.ts';

const byte = fc.oneof(
  fc.constantFrom(0x00, 0x41, 0x80, 0xbf, 0xc1, 0xc3, 0xe0, 0xa0, 0xed, 0xef, 0xf0, 0x90, 0xf4, 0xf5),
  fc.integer({ min: 0, max: 255 }),
);

test('bytes are valid exactly when a strict decoder takes them and no NUL is among them, wherever they lie', () => {
  const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  fc.assert(
    fc.property(fc.array(byte, { maxLength: 12 }), fc.integer({ min: 0, max: 5 }), (values, before) => {
      const bytes = Uint8Array.from([...Array(before).fill(0x80), ...values]).subarray(before);
      let text: string | undefined;
      try {
        text = strict.decode(bytes);
      } catch {
        text = undefined;
      }
      expect(isCleanUtf8(bytes)).toBe(text !== undefined && !values.includes(0));
      if (text !== undefined) expect(charactersIn(bytes, 0, bytes.length)).toBe(text.length);
    }),
    { numRuns: 5_000 },
  );
});
