// The names of both books as ids over sequences of tokens. A plain cell (words of Latin letters, none of which means more
// than itself but for a title or what follows a name) is read letter by letter; any other is read by `parseName`, once for each
// distinct cell.
import { idsOfTexts, MISSING, type NameTable, type PackedTexts, textOfUnits } from '../domain.ts';
import { cellUnits, takeBytes, takenText, takeText } from './cell-units.ts';
import { plainLetterOf } from './fold-text.ts';
import {
  besideName,
  DROPPED,
  MAX_TOKEN_LENGTH,
  MAX_TOKENS_PER_PART,
  parseName,
  SPECIAL_WORDS,
} from './parse-name.ts';
import { roomFor, scratch, TextInterner, widerSlots } from './text-interner.ts';
import { WordFilter } from './word-filter.ts';

const specialWords = new WordFilter(SPECIAL_WORDS);

const LONGEST_PLAIN = 64;
const MAX_TOKENS = 2 * MAX_TOKENS_PER_PART;

/** What `readPlain` answers when a cell is not plain. */
const NOT_PLAIN = -1;
const FIRST_NAMES = 4;

export type TokensOfNames = Pick<NameTable, 'start' | 'tokens' | 'surnameAt' | 'suffix' | 'alias'>;

export class NameColumn {
  readonly tokens = new TextInterner();
  count = 0;
  /** The cells that are not plain, and the name ids they gave. */
  readonly cells = new TextInterner();
  private readonly nameOfCell: number[] = [];
  /** The name being read: token ids, given names first. */
  private readonly sequence = new Int32Array(MAX_TOKENS);
  /** Where its words end in `scratch`, how many of them are surnames, and whether those come first. */
  private readonly wordEnd = new Int32Array(MAX_TOKENS);
  private surnames = 0;
  private surnamesLead = false;
  /** Its generation suffix, and whether it has words that are no part of it. */
  private generation = 0;
  private hasBeside = false;

  private slots: Int32Array = new Int32Array(FIRST_NAMES * 4);
  private start = new Int32Array(FIRST_NAMES + 1);
  private tokenIds = new Int32Array(FIRST_NAMES * 2);
  private surnameAt = new Uint8Array(FIRST_NAMES);
  private suffix = new Uint8Array(FIRST_NAMES);
  private alias = new Int32Array(FIRST_NAMES);

  /** `expected` names at most, as far as is known. */
  constructor(private readonly expected = 0) {}

  /** Name id of a cell, or MISSING when it holds no name. */
  idOf(cell: string | undefined): number {
    return cell === undefined || cell === '' ? MISSING : this.idOfTaken(takeText(cell));
  }

  /** The same of a cell in ASCII. */
  idOfBytes(bytes: Uint8Array, from: number, to: number): number {
    return this.idOfTaken(takeBytes(bytes, from, to));
  }

  /** The ids of names that were read before, their token ids being those of `texts`. */
  idsOf({ start, tokens, surnameAt, suffix, alias }: TokensOfNames, texts: PackedTexts): Int32Array {
    const tokenIds = idsOfTexts(texts, (units, from, to) => this.tokens.idOf(units, from, to));
    return new Int32Array(surnameAt.length).map((_, name) => {
      const from = start[name]!;
      const length = start[name + 1]! - from;
      for (let i = 0; i < length; i++) this.sequence[i] = tokenIds[tokens[from + i]!]!;
      const own = alias[name]!;
      return this.intern(length, surnameAt[name]!, suffix[name]!, own === MISSING ? MISSING : tokenIds[own]!);
    });
  }

  /** The given name's first letter of each name, as a number below 32. */
  initials(): Uint8Array {
    const initials = new Uint8Array(this.count);
    for (let id = 0; id < this.count; id++) initials[id] = this.initialOf(id);
    return initials;
  }

  initialOf(id: number): number {
    return this.tokens.firstUnitOf(this.tokenIds[this.start[id]!]!) & 31;
  }

  /** Without a copy: true until the next new name, and with room beyond the last one. */
  live(): TokensOfNames {
    const { start, tokenIds: tokens, surnameAt, suffix, alias } = this;
    return { start, tokens, surnameAt, suffix, alias };
  }

  table(): TokensOfNames {
    return {
      start: this.start.slice(0, this.count + 1),
      tokens: this.tokenIds.slice(0, this.start[this.count]!),
      surnameAt: this.surnameAt.slice(0, this.count),
      suffix: this.suffix.slice(0, this.count),
      alias: this.alias.slice(0, this.count),
    };
  }

  private idOfTaken(length: number): number {
    const words = this.readPlain(length);
    if (words !== NOT_PLAIN) return words === 0 ? MISSING : this.internPlain(words);
    const known = this.cells.count;
    const id = this.cells.idOf(cellUnits, 0, length);
    if (id === known) this.nameOfCell.push(this.internParsed(takenText(length)));
    return this.nameOfCell[id]!;
  }

  /** Writes the words of a cell in lower case into `scratch`, one after the other; answers how many, or NOT_PLAIN. */
  private readPlain(length: number): number {
    if (length > LONGEST_PLAIN) return NOT_PLAIN;
    this.generation = 0;
    this.hasBeside = false;
    let words = 0;
    let from = 0;
    let at = 0;
    let previous = SPACE;
    let firstAfterComma = NOT_PLAIN;
    for (let i = 0; i <= length; i++) {
      const unit = i === length ? SPACE : cellUnits[i]!;
      const letter = plainLetterOf(unit);
      if (letter !== 0) {
        // Two in a row may be one letter, read in the wrong encoding.
        if (unit > ASCII && previous > ASCII) return NOT_PLAIN;
        previous = unit;
        scratch[at++] = letter;
        continue;
      }
      previous = SPACE;
      if (unit === APOSTROPHE || unit === QUESTION_MARK) continue;
      if (unit !== SPACE && unit !== DOT && unit !== COMMA) return NOT_PLAIN;
      if (at > from) {
        if (at - from > MAX_TOKEN_LENGTH || words === MAX_TOKENS) return NOT_PLAIN;
        if (!specialWords.mayHold(scratch, from, at)) this.wordEnd[words++] = at;
        else if (this.takeBeside(from, at, words)) at = from;
        else return NOT_PLAIN;
        from = at;
      }
      if (unit === COMMA && firstAfterComma === NOT_PLAIN) firstAfterComma = words;
    }
    // What such a word means beside a comma is for the parser to say.
    if (this.hasBeside && firstAfterComma !== NOT_PLAIN) return NOT_PLAIN;
    // All words before a comma, or else the last of several, are the surname.
    this.surnamesLead = firstAfterComma !== NOT_PLAIN && firstAfterComma < words;
    this.surnames = this.surnamesLead ? firstAfterComma : words > 1 ? 1 : 0;
    const isLong = Math.max(this.surnames, words - this.surnames) > MAX_TOKENS_PER_PART;
    return isLong ? NOT_PLAIN : words;
  }

  /** Whether the word `scratch[from … to)` is no part of the name, after so many that are. */
  private takeBeside(from: number, to: number, words: number): boolean {
    const beside = besideName(textOfUnits(scratch, from, to), words);
    if (beside === undefined) return false;
    if (beside !== DROPPED) this.generation = beside;
    this.hasBeside = true;
    return true;
  }

  private internPlain(words: number): number {
    const givens = words - this.surnames;
    for (let w = 0; w < words; w++) {
      const token = this.tokens.idOf(scratch, w === 0 ? 0 : this.wordEnd[w - 1]!, this.wordEnd[w]!);
      // "Johnson, Sarah" is the sequence sarah, johnson.
      const place = !this.surnamesLead ? w : w < this.surnames ? givens + w : w - this.surnames;
      this.sequence[place] = token;
    }
    return this.intern(words, givens, this.generation, MISSING);
  }

  private internParsed(cell: string): number {
    const { tokens, surnameAt, suffix, alias } = parseName(cell);
    if (tokens.length === 0) return MISSING;
    for (let i = 0; i < tokens.length; i++) this.sequence[i] = this.tokens.idOfText(tokens[i]!);
    return this.intern(
      tokens.length,
      surnameAt,
      suffix,
      alias === null ? MISSING : this.tokens.idOfText(alias),
    );
  }

  /** The id of the first `length` tokens of `sequence` with what belongs to them. */
  private intern(length: number, surnameAt: number, suffix: number, alias: number): number {
    let hash = Math.imul(alias, 0x85ebca6b) ^ (suffix << 4) ^ surnameAt;
    for (let i = 0; i < length; i++) {
      hash = Math.imul(hash ^ this.sequence[i]!, 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    const slots = this.slots;
    const last = slots.length - 2;
    let slot = (hash << 1) & last;
    for (; slots[slot + 1] !== 0; slot = (slot + 2) & last) {
      const id = slots[slot + 1]! - 1;
      if (slots[slot] === hash && this.isName(id, length, surnameAt, suffix, alias)) return id;
    }
    slots[slot] = hash;
    slots[slot + 1] = this.count + 1;
    return this.add(length, surnameAt, suffix, alias);
  }

  private isName(id: number, length: number, surnameAt: number, suffix: number, alias: number): boolean {
    const at = this.start[id]!;
    if (this.start[id + 1]! - at !== length || this.surnameAt[id] !== surnameAt) return false;
    if (this.suffix[id] !== suffix || this.alias[id] !== alias) return false;
    for (let i = 0; i < length; i++) if (this.tokenIds[at + i] !== this.sequence[i]) return false;
    return true;
  }

  private add(length: number, surnameAt: number, suffix: number, alias: number): number {
    const id = this.count++;
    const at = this.start[id]!;
    if (at + length > this.tokenIds.length) this.tokenIds = widened(this.tokenIds, at + length);
    for (let i = 0; i < length; i++) this.tokenIds[at + i] = this.sequence[i]!;
    this.start[id + 1] = at + length;
    this.surnameAt[id] = surnameAt;
    this.suffix[id] = suffix;
    this.alias[id] = alias;
    if (this.count === this.suffix.length) this.grow();
    return id;
  }

  private grow(): void {
    const room = roomFor(this.count, this.expected);
    this.start = widened(this.start, room + 1);
    this.surnameAt = widened(this.surnameAt, room);
    this.suffix = widened(this.suffix, room);
    this.alias = widened(this.alias, room);
    this.slots = widerSlots(this.slots, room);
  }
}

const ASCII = 127;
const SPACE = 32;
const APOSTROPHE = 39;
const COMMA = 44;
const DOT = 46;
const QUESTION_MARK = 63;

/** A copy with room for `atLeast` values, or twice as many as before. */
function widened<T extends Int32Array | Uint8Array>(values: T, atLeast: number): T {
  const wider = new (values.constructor as new (length: number) => T)(Math.max(values.length * 2, atLeast));
  wider.set(values);
  return wider;
}
