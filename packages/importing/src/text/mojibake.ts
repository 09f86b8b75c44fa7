// UTF-8 that was once read as Windows-1252 and saved again: 'AllÄ“' was 'Allē'.
import { encodeWindows1252, HIGH_CHARACTERS } from './windows-1252.ts';

const continuation = `[${HIGH_CHARACTERS}\u00a0-\u00bf]`;
const DOUBLY_ENCODED = new RegExp(
  `[\u00c2-\u00df]${continuation}|[\u00e0-\u00ef]${continuation}{2}|[\u00f0-\u00f4]${continuation}{3}`,
  'g',
);

const utf8 = new TextDecoder('utf-8', { fatal: true });

/** Undoes one round of UTF-8 read as Windows-1252; other text comes back unchanged. */
export function repairMojibake(text: string): string {
  return text.replace(DOUBLY_ENCODED, (sequence) => {
    try {
      return utf8.decode(encodeWindows1252(sequence));
    } catch {
      return sequence;
    }
  });
}
