// Both books as tables: what a job knows before any pair is looked at. Columns are typed arrays over interned values,
// because a job compares millions of pairs.
import type { KnownNames } from './known-names.ts';
import type { PackedTexts } from './packed-texts.ts';
import type { ProgramTermsTable } from './program-terms.ts';

/** An id column's "unknown": it says nothing for or against a match. */
export const MISSING = -1;
/** A day column's "unknown". */
export const NO_DAY = -0x80000000;

/** Between two files shorter codes tell nothing apart; in one file an invoice number counts however short. */
export const SHORTEST_CODE = 3;

export const isShortCode = ({ start }: PackedTexts, code: number): boolean =>
  start[code + 1]! - start[code]! < SHORTEST_CODE;

/** What a row takes back: a sale of weeks ago, or what was entered by mistake a moment ago. */
export const REFUND = 1;
export const VOID = 2;
/** Not taken back but paid by a manufacturer: no sale or redemption either. */
export const REIMBURSEMENT = 3;

/** Everything known about the distinct tokens of all names of a job, by token id. */
export interface TokenTable {
  text: string[];
  packed: PackedTexts;
  /** Ids of the nickname groups token t belongs to, ascending: `groups[groupStart[t] … groupStart[t + 1])`. */
  groups: Int32Array;
  groupStart: Int32Array;
  /** 1 where the token is the full name its group begins with, not one of its forms: beside `groups`. */
  isFullName: Int32Array;
  /** Interned phonetic code; MISSING for an initial or a token without letters that sound. */
  sound: Int32Array;
  /** A hash of the phonetic code itself: keys made of it do not depend on the order of rows. 0 where there is no sound. */
  soundHash: Int32Array;
  /** Natural logarithm of the estimated share of patients who bear the token, as given name and as surname. */
  logShareAsGiven: Float64Array;
  logShareAsSurname: Float64Array;
}

/** The distinct names of a job, by name id. Token ids of name n are `tokens[start[n] … start[n + 1])`. */
export interface NameTable {
  start: Int32Array;
  tokens: Int32Array;
  /** Where the surname's tokens begin, relative to `start`; the tokens between given name and surname are middle names. */
  surnameAt: Uint8Array;
  /** A nickname written in parentheses, as a token id, or MISSING. */
  alias: Int32Array;
  /** Generation suffix: 0 none, 1 senior, 2 junior, 3 third, 4 fourth. */
  suffix: Uint8Array;
  /** How several given names, or several surnames, sound as one word: a hash as in `soundHash`; 0 where there is one. */
  joinedGiven: Int32Array;
  joinedSurname: Int32Array;
  /** Sorted letter bigrams of the whole name, tokens in alphabetical order: `bigrams[bigramStart[n] … bigramStart[n + 1])`. */
  bigramStart: Int32Array;
  bigrams: Int32Array;
  /** Four words of 32 hashed bigram bits per name, for a similarity bound without reading the name. */
  signature: Int32Array;
}

/** What a free-text service says, by service id. */
export interface ServiceTable {
  text: string[];
  /** Bit sets over the vocabulary of products, kinds of treatment, and programs. */
  products: Int32Array;
  kinds: Int32Array;
  programs: Int32Array;
  /** Units or syringes named, or MISSING. */
  units: Int32Array;
  /**
   * What the service encoder makes of each text: `meaning[s * meaningWidth … (s + 1) * meaningWidth)`, whole numbers, all zero
   * where it says nothing. Empty until the encoder was asked.
   */
  meaning: Float32Array;
  meaningWidth: number;
}

/** Interned text with how often it occurs, as a natural logarithm of a smoothed share. */
export interface TextTable {
  text: string[];
  logShare: Float64Array;
}

/** The distinct amounts of a job, by amount id. */
export interface AmountTable {
  cents: Int32Array;
  /** Natural logarithm of the smoothed share of rows that carry the amount. */
  logShare: Float64Array;
}

/** Distinct e-mail addresses. */
export interface EmailTable {
  packed: PackedTexts;
  /** Length of the part before the last "@". */
  localLength: Int32Array;
  /** Interned domain. */
  domain: Int32Array;
  domains: string[];
}

/** How late redemptions are entered, as natural logarithms of smoothed shares. */
export interface LagShares {
  /** Of a lag of `LagHabits.firstDays + i` days after the sale. */
  logShare: Float64Array;
  /** Of any other lag. */
  otherLogShare: number;
}

/** The habit of the job, and those of programs that differ from it: portals are worked through at different paces. */
export interface LagHabits extends LagShares {
  firstDays: number;
  ofProgram: Readonly<Record<number, LagShares>>;
}

/**
 * One book as columns over its distinct rows, in ascending order of day, undated ones first. Rows that agree in every
 * column but their id are one distinct row.
 */
export interface Side {
  /** Distinct rows. */
  count: number;
  /** Source row indexes of distinct row d: `members[memberStart[d] … memberStart[d + 1])`, ascending. */
  memberStart: Int32Array;
  members: Int32Array;
  /** Distinct row of each source row. */
  distinctOf: Int32Array;
  /** Days since 1970-01-01, or NO_DAY. */
  day: Int32Array;
  amountCents: Int32Array;
  /** Amount id. */
  amount: Int32Array;
  name: Int32Array;
  phone: Int32Array;
  email: Int32Array;
  service: Int32Array;
  provider: Int32Array;
  location: Int32Array;
  reference: Int32Array;
  invoice: Int32Array;
  /** Index into the programs of the glossary, or MISSING. */
  program: Int8Array;
  /** REFUND or VOID, which can only match another one; or REIMBURSEMENT; else 0. */
  reversal: Uint8Array;
  /** 1 for a sale or redemption that a refund or void took back, and for a reimbursement: nothing matches it. */
  cancelled: Uint8Array;
  /** Cents that refunds of other amounts took from a sale that stands, or from others of its invoice. */
  refundedCents: Int32Array;
}

/** Both books, with the tables their id columns point into. Plain data: it can be handed to another thread as it is. */
export interface Records {
  rewards: Side;
  pos: Side;
  tokens: TokenTable;
  names: NameTable;
  known: KnownNames;
  terms: ProgramTermsTable;
  amounts: AmountTable;
  /** Ten values of 0 to 9 for each phone id. */
  phoneDigits: Uint8Array;
  /** Natural logarithm of the number of different given names seen with a phone or an e-mail address. */
  phoneHolders: Float64Array;
  emailHolders: Float64Array;
  emails: EmailTable;
  services: ServiceTable;
  providers: TextTable;
  locations: TextTable;
  references: PackedTexts;
  /** Interned longest run of digits of each code that is a reference, or MISSING: systems keep the digits and drop the letters. */
  codeDigits: Int32Array;
  lagHabits: LagHabits;
  /** Share of this job's redemptions whose POS row carries the reward's own amount. */
  equalAmountShare: number;
}
