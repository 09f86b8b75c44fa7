// Distinct names and their tokens as columns: parsed once, however many rows bear them.
import { MISSING, type NameTable, type TokenTable } from '../domain.ts';
import { givenNameShareOf, surnameShareOf } from './background-shares.ts';
import { Interner } from './interner.ts';
import { nicknameGroupsOf } from './nicknames.ts';
import { type ParsedName, parseName } from './parse-name.ts';
import { soundOf } from './phonetic.ts';

/** How many patients' worth of evidence the background shares weigh against the names of the job itself. */
const BACKGROUND_WEIGHT = 2000;

export class NameCollector {
  private readonly idByCell = new Map<string, number>();
  private readonly distinct = new Interner();
  private readonly parsed: ParsedName[] = [];

  /** Name id of a cell, or MISSING when it holds no name. */
  idOf(cell: string | undefined): number {
    if (cell === undefined || cell === '') return MISSING;
    const known = this.idByCell.get(cell);
    if (known !== undefined) return known;
    const name = parseName(cell);
    const id = name.tokens.length === 0 ? MISSING : this.intern(name);
    this.idByCell.set(cell, id);
    return id;
  }

  private intern(name: ParsedName): number {
    const given = name.tokens.slice(0, name.surnameAt).join(' ');
    const surname = name.tokens.slice(name.surnameAt).join(' ');
    const id = this.distinct.idOf(`${given}|${surname}|${name.suffix}|${name.alias ?? ''}`);
    if (id === this.parsed.length) this.parsed.push(name);
    return id;
  }

  /** First letter of the given name, as a number, for counting who shares a phone. */
  initialOf(id: number): number {
    return this.parsed[id]!.tokens[0]!.charCodeAt(0);
  }

  tables(): { names: NameTable; tokens: TokenTable } {
    const interner = new Interner();
    const names = layOut(this.parsed, interner);
    return { names, tokens: describeTokens(interner.text, this.parsed) };
  }
}

function layOut(parsed: readonly ParsedName[], interner: Interner): NameTable {
  const count = parsed.length;
  const start = new Int32Array(count + 1);
  const surnameAt = new Uint8Array(count);
  const alias = new Int32Array(count).fill(MISSING);
  const suffix = new Uint8Array(count);
  const signature = new Int32Array(count * 4);
  const bigramStart = new Int32Array(count + 1);
  const tokens: number[] = [];
  const bigrams: number[] = [];
  const text: string[] = [];
  for (const [id, name] of parsed.entries()) {
    for (const token of name.tokens) tokens.push(interner.idOf(token));
    start[id + 1] = tokens.length;
    surnameAt[id] = name.surnameAt;
    suffix[id] = name.suffix;
    if (name.alias !== null) alias[id] = interner.idOf(name.alias);
    text.push(name.tokens.join(' '));
    for (const bigram of bigramsOf([...name.tokens].sort().join(''))) {
      bigrams.push(bigram);
      const bit = Math.imul(bigram, 0x9e3779b1) >>> 25;
      const word = id * 4 + (bit >>> 5);
      signature[word] = signature[word]! | (1 << (bit & 31));
    }
    bigramStart[id + 1] = bigrams.length;
  }
  return {
    text,
    start,
    tokens: Int32Array.from(tokens),
    surnameAt,
    alias,
    suffix,
    bigramStart,
    bigrams: Int32Array.from(bigrams),
    signature,
  };
}

/** Letter pairs as integers, ascending, with repeats: what the Dice kernel merges. */
export function bigramsOf(text: string): number[] {
  const pairs: number[] = [];
  for (let i = 0; i + 1 < text.length; i++) pairs.push((text.charCodeAt(i) << 16) | text.charCodeAt(i + 1));
  return pairs.sort((a, b) => a - b);
}

/** FNV-1a; never 0 for a text, which stands for no sound. */
function hashOf(text: string): number {
  if (text === '') return 0;
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193);
  return hash | 1;
}

function describeTokens(text: string[], parsed: readonly ParsedName[]): TokenTable {
  const sounds = new Interner();
  const { asGiven, asSurname } = countBearers(parsed);
  const total = parsed.length + BACKGROUND_WEIGHT;
  // The bearer under comparison is not evidence that others bear the name: hence one less.
  const logShare = (counts: Map<string, number>, token: string, background: number): number =>
    Math.log((Math.max((counts.get(token) ?? 0) - 1, 0) + BACKGROUND_WEIGHT * background) / total);
  const heard = text.map(soundOf);
  return {
    text,
    nicknameGroups: text.map(nicknameGroupsOf),
    sound: Int32Array.from(heard, (sound) => (sound === '' ? MISSING : sounds.idOf(sound))),
    soundHash: Int32Array.from(heard, hashOf),
    logShareAsGiven: Float64Array.from(text, (token) => logShare(asGiven, token, givenNameShareOf(token))),
    logShareAsSurname: Float64Array.from(text, (token) => logShare(asSurname, token, surnameShareOf(token))),
  };
}

function countBearers(parsed: readonly ParsedName[]): {
  asGiven: Map<string, number>;
  asSurname: Map<string, number>;
} {
  const asGiven = new Map<string, number>();
  const asSurname = new Map<string, number>();
  for (const { tokens, surnameAt } of parsed) {
    for (const [i, token] of tokens.entries()) {
      const counts = i < surnameAt ? asGiven : asSurname;
      counts.set(token, (counts.get(token) ?? 0) + 1);
    }
  }
  return { asGiven, asSurname };
}
