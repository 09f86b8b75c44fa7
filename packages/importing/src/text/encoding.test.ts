import fc from 'fast-check';
import { detectDelimiter as detectIn } from './delimiter.ts';
import { detectEncoding, type Encoding, Utf8Chunks } from './encoding.ts';

function decoded(bytes: Uint8Array, chunkBytes = bytes.length || 1): { text: string; encoding: Encoding } {
  const chunks = new Utf8Chunks(detectEncoding(bytes));
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
  let text = '';
  for (let at = 0; at < bytes.length; at += chunkBytes)
    text += decoder.decode(chunks.next(bytes.subarray(at, at + chunkBytes)));
  text += decoder.decode(chunks.finish());
  return { text, encoding: chunks.encoding };
}

test('UTF-8 comes back whole however its characters are cut', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 5 }), (text, chunkBytes) => {
      const plain = `a${text.replaceAll('\0', '')}`;
      expect(decoded(Buffer.from(plain, 'utf8'), chunkBytes)).toEqual({ text: plain, encoding: 'utf-8' });
    }),
  );
});

test('Windows-1252 is noticed where it first shows, also late in the file', () => {
  const text = `${'Name,Amount\n'.repeat(2_000)}José,40\n“Zoë”,20\n`;
  const bytes = Buffer.concat([
    Buffer.from('Name,Amount\n'.repeat(2_000)),
    Buffer.from('José,40\n', 'latin1'),
  ]);
  const curly = Uint8Array.from([0x93, 0x5a, 0x6f, 0xeb, 0x94, 0x2c, 0x32, 0x30, 0x0a]);
  expect(decoded(Buffer.concat([bytes, curly]), 4_096)).toEqual({ text, encoding: 'windows-1252' });
});

test('a Windows-1252 row appended to a UTF-8 file does not spoil the rows before it', () => {
  const bytes = Buffer.concat([Buffer.from('Allē,1\n', 'utf8'), Buffer.from('José,2\n', 'latin1')]);
  expect(decoded(bytes).text).toBe('Allē,1\nJosé,2\n');
});

test('UTF-16 is read with and without its mark, in both byte orders', () => {
  const little = Buffer.from('Name,Amount\nZoë,40\n', 'utf16le');
  const big = Buffer.from(little).swap16();
  expect(decoded(little, 3)).toEqual({ text: 'Name,Amount\nZoë,40\n', encoding: 'utf-16le' });
  expect(decoded(big, 3)).toEqual({ text: 'Name,Amount\nZoë,40\n', encoding: 'utf-16be' });
  const marked = decoded(Buffer.concat([Buffer.from([0xff, 0xfe]), little]), 5);
  expect(marked).toEqual({ text: '\ufeffName,Amount\nZoë,40\n', encoding: 'utf-16le' });
});

const detectDelimiter = (text: string) => detectIn(new TextEncoder().encode(text));

test('the delimiter is the one that cuts an even table, not the commonest character', () => {
  expect(detectDelimiter('a;b;c\n1,5;2,5;x, y, z\n1,5;2,5;x\n').delimiter).toBe(';');
  expect(detectDelimiter('a\tb\n1, 2\t3\n').delimiter).toBe('\t');
  expect(detectDelimiter('a|b|c\nDoe, J|2|3\n').delimiter).toBe('|');
  expect(detectDelimiter('Report\n\na,b,c\n1,2,3\n4,5,6\n').delimiter).toBe(',');
  expect(detectDelimiter('just words\n').delimiter).toBe(',');
  expect(detectDelimiter('sep=;\na;b\n')).toEqual({ delimiter: ';', isDeclared: true });
});
