// Edits of public record-linkage test data: uniform inserts, deletes, substitutions, transpositions, words split and
// joined. Modelled on the description of the FEBRL data generator (Christen & Pudjijono 2009), written anew.
import { isRealDate } from '../calendar.ts';
import type { Random } from '../random.ts';

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

const letter = (random: Random): string => LETTERS[random.below(26)]!;

/** Errors gather towards the end of a word: the later of two uniform draws. */
const editPosition = (random: Random, length: number): number =>
  Math.max(random.below(length), random.below(length));

/** One edit of a lower-case word; the result may be shorter, longer or in two words. Empty stays empty. */
export function editLetters(random: Random, word: string): string {
  if (word.length === 0) return word;
  const at = editPosition(random, word.length);
  const head = word.slice(0, at);
  const tail = word.slice(at + 1);
  switch (random.weighted([22, 22, 26, 20, 5, 5])) {
    case 0:
      return head + letter(random) + word.slice(at);
    case 1:
      return word.length > 1 ? head + tail : word;
    case 2:
      return head + letter(random) + tail;
    case 3:
      return at + 1 < word.length
        ? head + word[at + 1] + word[at] + word.slice(at + 2)
        : head + letter(random) + tail;
    case 4:
      return at > 0 ? `${head} ${word.slice(at)}` : word;
    default:
      return word.replace(' ', '').replace('-', '');
  }
}

/** One edit of a run of digits. */
export function editDigits(random: Random, digits: string): string {
  if (digits.length < 2) return digits;
  const at = editPosition(random, digits.length);
  const head = digits.slice(0, at);
  switch (random.weighted([15, 15, 45, 25])) {
    case 0:
      return head + random.below(10) + digits.slice(at);
    case 1:
      return head + digits.slice(at + 1);
    case 2:
      return head + random.below(10) + digits.slice(at + 1);
    default:
      return at > 0 ? digits.slice(0, at - 1) + digits[at] + digits[at - 1] + digits.slice(at + 1) : digits;
  }
}

/** One edit of a date's digits, the year's too, that still makes a date; unchanged if five tries do not. */
export function editDate(random: Random, date: string): string {
  const digits = date.replaceAll('-', '');
  for (let attempt = 0; attempt < 5; attempt++) {
    const at = random.below(digits.length);
    const head = digits.slice(0, at);
    const edited =
      random.chance(0.6) || at === 0
        ? head + random.below(10) + digits.slice(at + 1)
        : digits.slice(0, at - 1) + digits[at] + digits[at - 1] + digits.slice(at + 1);
    const wrong = `${edited.slice(0, 4)}-${edited.slice(4, 6)}-${edited.slice(6)}`;
    if (wrong !== date && isRealDate(wrong)) return wrong;
  }
  return date;
}
