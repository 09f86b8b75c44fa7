// Finding encrypted patients without decrypting all of them: keyed hashes of what people search for, one key per column
// and organization, so that the same name in two organizations has nothing in common. What a hash gives away is that
// two patients of one organization share a surname, a full name, a phone or an address. First names and parts of words
// have none: there are so few that counting them would tell which is which.
import { hkdfSync } from 'node:crypto';
import type { KeyRing } from './key-ring.ts';
import { MessageDigests } from './message-digests.ts';

/** The fields of a transaction that say who the patient is. */
export interface Patient {
  customerName?: string | undefined;
  customerPhone?: string | undefined;
  customerEmail?: string | undefined;
}

/** Two names as they are sealed together. */
export interface SealedNames {
  names: string[];
}

type Column = 'full-name' | 'surname' | 'phone' | 'email';

/** Organizations whose keys are kept at hand. */
const MAX_ORGANIZATIONS = 8;

/** Of one organization. Hashes are 64 bits, as decimal text: what is found has to be checked once it is decrypted. */
export class BlindIndex {
  /** By key, the newest first; of each, one per column. */
  readonly #keys: Record<Column, MessageDigests>[];

  constructor(keys: KeyRing, organizationId: string) {
    const derive = (root: Buffer, column: Column): MessageDigests =>
      new MessageDigests(
        Buffer.from(hkdfSync('sha256', root, organizationId, `medspasync-blind-index-1|${column}`, 32)),
      );
    this.#keys = keys.all.map(({ bytes }) => ({
      'full-name': derive(bytes, 'full-name'),
      surname: derive(bytes, 'surname'),
      phone: derive(bytes, 'phone'),
      email: derive(bytes, 'email'),
    }));
  }

  /** What is stored with a patient, under the newest key. */
  of(patient: Patient): string[] {
    return termsOf(patient).map((term) => hashed(this.#keys[0]!, term));
  }

  /** Each a set of hashes; a patient who has all of one set may be who is searched for. None: the text is no whole term. */
  searches(text: string): string[][] {
    return this.#keys.flatMap((keys) =>
      searchTerms(text).map((terms) => terms.map((term) => hashed(keys, term))),
    );
  }

  /** Of two full names, the same whichever comes first; by key, the newest first. A name without a word has none. */
  ofPair(first: string, second: string): string[][] {
    const names = [first, second].map(wordsOf).filter((words) => words.length > 0);
    return this.#keys.map((keys) =>
      names.map((words) => hashed(keys, ['full-name', fullName(words)])).sort(),
    );
  }
}

const hashed = (keys: Record<Column, MessageDigests>, [column, text]: Term): string =>
  keys[column].bytesOf(text).readBigInt64BE().toString();

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

const TERMS_OF: Readonly<Record<keyof Patient, (text: string) => Term[]>> = {
  customerName: (text) => {
    const words = wordsOf(text);
    if (words.length === 0) return [];
    const surnames = new Set(surnamesOf(text, words));
    return [['full-name', fullName(words)], ...[...surnames].map((word): Term => ['surname', word])];
  },
  customerPhone: (text) => {
    const phone = phoneOf(text);
    return phone ? [['phone', phone]] : [];
  },
  customerEmail: (text) => {
    const email = emailOf(text);
    return email ? [['email', email]] : [];
  },
};

const FIELDS = Object.keys(TERMS_OF) as (keyof Patient)[];

const termsOf = (patient: Patient): Term[] =>
  FIELDS.flatMap((field) => TERMS_OF[field](patient[field] ?? ''));

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
const wordsOf = (name: string): string[] =>
  (isAscii(name)
    ? name.toLowerCase().match(/[a-z0-9]+/g)
    : name
        .normalize('NFKD')
        .replace(/\p{M}/gu, '')
        .toUpperCase()
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu)) ?? [];

/** Most names are, and their words are found in half the time. */
const isAscii = (text: string): boolean => /^[ -~]*$/.test(text);

/** All but the first name: what stands before a comma, else all words after the first. */
function surnamesOf(name: string, words: readonly string[]): readonly string[] {
  const [before = '', after] = name.split(',', 2);
  if (after?.trim()) return wordsOf(before);
  return words.length > 1 ? words.slice(1) : words;
}

const MIN_PHONE_DIGITS = 7;

/** E.164, a number without a country taken for one of North America. */
function phoneOf(text: string): string | undefined {
  const digits = text.replace(/\D/g, '');
  if (digits.length < MIN_PHONE_DIGITS) return undefined;
  return text.trim().startsWith('+') || digits.length > 10 ? `+${digits}` : `+1${digits}`;
}

function emailOf(text: string): string | undefined {
  const address = text.normalize('NFKC').trim().toLowerCase();
  return /^[^\s@]+@[^\s@]+$/.test(address) ? address : undefined;
}
