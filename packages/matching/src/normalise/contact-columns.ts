// Phones and e-mail addresses of both books. Plain cells, which most are, are read letter by letter into ids; whatever
// else a cell holds is left to `parse-contact.ts`.
import { type EmailTable, idsOfTexts, MISSING, type PackedTexts } from '../domain.ts';
import { cellUnits, takeBytes, takenText, takeText } from './cell-units.ts';
import { NumberInterner } from './number-interner.ts';
import { EMAIL_PLACEHOLDERS, parseEmail, phoneIn } from './parse-contact.ts';
import { scratch, TextInterner } from './text-interner.ts';
import { WordFilter } from './word-filter.ts';

export const PHONE_DIGITS = 10;

export class PhoneColumn {
  private readonly numbers: NumberInterner;

  /** `expected` numbers at most, as far as is known. */
  constructor(expected = 0) {
    this.numbers = new NumberInterner(expected);
  }

  idOf(cell: string | undefined): number {
    return cell === undefined ? MISSING : this.idOfTaken(takeText(cell));
  }

  /** The same of a cell in ASCII. */
  idOfBytes(bytes: Uint8Array, from: number, to: number): number {
    return this.idOfTaken(takeBytes(bytes, from, to));
  }

  /** The ids of numbers that were read before. */
  idsOf(numbers: Float64Array): Int32Array {
    return this.numbers.idsOf(numbers);
  }

  toArray(): Float64Array {
    return this.numbers.toArray();
  }

  get count(): number {
    return this.numbers.count;
  }

  numberOf(id: number): number {
    return this.numbers.numberOf(id);
  }

  private idOfTaken(length: number): number {
    const phone = phoneIn(cellUnits, length);
    return phone === MISSING ? MISSING : this.numbers.idOf(phone);
  }

  /** Ten values of 0 to 9 for each id. */
  digits(): Uint8Array {
    const digits = new Uint8Array(this.count * PHONE_DIGITS);
    for (let id = 0; id < this.count; id++) this.writeDigits(id, digits);
    return digits;
  }

  /** The ten of one id, into their place in `digits`. */
  writeDigits(id: number, digits: Uint8Array): void {
    let rest = this.numbers.numberOf(id);
    for (let i = PHONE_DIGITS - 1; i >= 0; i--) {
      const tens = Math.floor(rest / 10);
      digits[id * PHONE_DIGITS + i] = rest - tens * 10;
      rest = tens;
    }
  }
}

const placeholders = new WordFilter(EMAIL_PLACEHOLDERS);

/** What `readPlain` answers when a cell is not plain. */
const NOT_PLAIN = -1;
const AT = 64;
const PLUS = 43;

export class EmailColumn {
  readonly addresses: TextInterner;
  readonly domains = new TextInterner();
  /** By address id. */
  readonly localLengths: number[] = [];
  readonly domainOf: number[] = [];

  /** `expected` addresses at most, as far as is known. */
  constructor(expected = 0) {
    this.addresses = new TextInterner(expected);
  }

  idOf(cell: string | undefined): number {
    return cell === undefined || cell === '' ? MISSING : this.idOfTaken(takeText(cell));
  }

  /** The same of a cell in ASCII. */
  idOfBytes(bytes: Uint8Array, from: number, to: number): number {
    return this.idOfTaken(takeBytes(bytes, from, to));
  }

  private idOfTaken(taken: number): number {
    const length = readPlain(taken);
    if (length !== NOT_PLAIN) return this.intern(scratch, 0, length);
    const email = parseEmail(takenText(taken));
    if (email === null) return MISSING;
    const address = `${email.local}@${email.domain}`;
    const known = this.addresses.count;
    const id = this.addresses.idOfText(address);
    if (id === known) this.split(email.local.length, this.domains.idOfText(email.domain));
    return id;
  }

  /** The ids of addresses that were read before. */
  idsOf(addresses: PackedTexts): Int32Array {
    return idsOfTexts(addresses, (units, from, to) => this.intern(units, from, to));
  }

  table(): EmailTable {
    return {
      packed: this.addresses.packed(),
      localLength: Int32Array.from(this.localLengths),
      domain: Int32Array.from(this.domainOf),
      domains: this.domains.strings(),
    };
  }

  /** The address `source[from … to)`. */
  private intern(source: Uint16Array, from: number, to: number): number {
    const known = this.addresses.count;
    const id = this.addresses.idOf(source, from, to);
    if (id !== known) return id;
    let at = to - 1;
    while (source[at] !== AT) at--;
    this.split(at - from, this.domains.idOf(source, at + 1, to));
    return id;
  }

  private split(localLength: number, domain: number): void {
    this.localLengths.push(localLength);
    this.domainOf.push(domain);
  }
}

/** Writes an ASCII address in lower case into `scratch` and answers its length, or NOT_PLAIN. */
function readPlain(taken: number): number {
  let length = 0;
  let at = -1;
  for (let i = 0; i < taken; i++) {
    const unit = cellUnits[i]!;
    // A space, a tag or a letter that is not ASCII.
    if (unit <= 32 || unit === PLUS || unit >= 127) return NOT_PLAIN;
    if (unit === AT) at = length;
    scratch[length++] = unit >= 65 && unit <= 90 ? unit + 32 : unit;
  }
  return at < 1 || at === length - 1 || placeholders.mayHold(scratch, 0, at) ? NOT_PLAIN : length;
}
