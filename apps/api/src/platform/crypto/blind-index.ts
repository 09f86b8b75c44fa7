// Finding encrypted patients without decrypting all of them: keyed hashes of what people search for, one key per column
// and organization, so that the same name in two organizations has nothing in common. What a hash gives away is that
// two patients of one organization share a surname, a full name, a phone or an address. First names and parts of words
// have none: there are so few that counting them would tell which is which.
import { createHmac, hkdfSync } from 'node:crypto';
import type { KeyRing } from './key-ring.ts';

/** The fields of a transaction that say who the patient is. */
export interface Patient {
  customerName?: string | undefined;
  customerPhone?: string | undefined;
  customerEmail?: string | undefined;
}

type Column = 'full-name' | 'surname' | 'phone' | 'email';

/** Hashes kept so as not to compute them again; patients come back within a file. */
const MAX_REMEMBERED = 20_000;

/** Organizations whose keys are kept at hand. */
const MAX_ORGANIZATIONS = 32;

/** Of one organization. Hashes are 64 bits, as decimal text: what is found has to be checked once it is decrypted. */
export class BlindIndex {
  readonly #remembered = new Map<string, string>();
  /** By key, the newest first; of each, one per column. */
  readonly #keys: Record<Column, Buffer>[];

  constructor(keys: KeyRing, organizationId: string) {
    const derive = (root: Buffer, column: Column): Buffer =>
      Buffer.from(hkdfSync('sha256', root, organizationId, `medspasync-blind-index-1|${column}`, 32));
    this.#keys = keys.all.map(({ bytes }) => ({
      'full-name': derive(bytes, 'full-name'),
      surname: derive(bytes, 'surname'),
      phone: derive(bytes, 'phone'),
      email: derive(bytes, 'email'),
    }));
  }

  /** What is stored with a patient, under the newest key. */
  of(patient: Patient): string[] {
    return termsOf(patient).map(([column, text]) => this.#hash(0, column, text));
  }

  /** Each a set of hashes; a patient who has all of one set may be who is searched for. None: the text is no whole term. */
  searches(text: string): string[][] {
    return this.#keys.flatMap((_, age) =>
      searchTerms(text).map((terms) => terms.map(([column, term]) => this.#hash(age, column, term))),
    );
  }

  #hash(age: number, column: Column, text: string): string {
    const name = `${age}|${column}|${text}`;
    const remembered = this.#remembered.get(name);
    if (remembered !== undefined) return remembered;
    const mac = createHmac('sha256', this.#keys[age]![column]).update(text).digest();
    const hashed = mac.readBigInt64BE().toString();
    if (this.#remembered.size >= MAX_REMEMBERED) this.#remembered.clear();
    this.#remembered.set(name, hashed);
    return hashed;
  }
}

/** The index of each organization, made when it is first asked for. */
export type BlindIndexOf = (organizationId: string) => BlindIndex;

export function blindIndexes(keys: KeyRing): BlindIndexOf {
  const made = new Map<string, BlindIndex>();
  return (organizationId) => {
    const known = made.get(organizationId);
    if (known) return known;
    if (made.size >= MAX_ORGANIZATIONS) made.clear();
    const index = new BlindIndex(keys, organizationId);
    made.set(organizationId, index);
    return index;
  };
}

type Term = [Column, string];

function termsOf({ customerEmail, customerName, customerPhone }: Patient): Term[] {
  const words = wordsOf(customerName);
  const phone = phoneOf(customerPhone);
  const email = emailOf(customerEmail);
  return [
    ...(words.length > 0 ? [['full-name', fullName(words)] satisfies Term] : []),
    ...[...new Set(surnamesOf(customerName))].map((word): Term => ['surname', word]),
    ...(phone ? [['phone', phone] satisfies Term] : []),
    ...(email ? [['email', email] satisfies Term] : []),
  ];
}

/** The readings of a text somebody searches for; each has to be met in full. */
function searchTerms(text: string): Term[][] {
  const email = emailOf(text);
  if (email) return [[['email', email]]];
  const phone = /[\p{L}]/u.test(text) ? undefined : phoneOf(text);
  const words = wordsOf(text);
  return [
    ...(phone ? [[['phone', phone] satisfies Term]] : []),
    ...(words.length > 1 ? [[['full-name', fullName(words)] satisfies Term]] : []),
    ...(words.length > 0 ? [words.map((word): Term => ['surname', word])] : []),
  ];
}

/** Whether `patient` is who a search for `text` means: what the hashes said, without the chance of two being the same. */
export function isFoundBy(text: string, patient: Patient): boolean {
  const has = new Set(termsOf(patient).map(([column, term]) => `${column}|${term}`));
  return searchTerms(text).some((terms) => terms.every(([column, term]) => has.has(`${column}|${term}`)));
}

/** In any order: "Johnson, Emma" is Emma Johnson. */
const fullName = (words: readonly string[]): string => [...words].sort().join(' ');

/** Marks taken off, case folded: Zoë is ZOE. */
const wordsOf = (name = ''): string[] =>
  name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toUpperCase()
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu) ?? [];

/** All but the first name: what stands before a comma, else all words after the first. */
function surnamesOf(name = ''): string[] {
  const [before, after] = name.split(',', 2);
  if (after?.trim()) return wordsOf(before);
  const words = wordsOf(name);
  return words.length > 1 ? words.slice(1) : words;
}

const MIN_PHONE_DIGITS = 7;

/** E.164, a number without a country taken for one of North America. */
function phoneOf(text = ''): string | undefined {
  const digits = text.replace(/\D/g, '');
  if (digits.length < MIN_PHONE_DIGITS) return undefined;
  return text.trim().startsWith('+') || digits.length > 10 ? `+${digits}` : `+1${digits}`;
}

function emailOf(text = ''): string | undefined {
  const address = text.normalize('NFKC').trim().toLowerCase();
  return /^[^\s@]+@[^\s@]+$/.test(address) ? address : undefined;
}
