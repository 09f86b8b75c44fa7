// Tables of fixed size over columns that grow: rows are added for new ids, and none is ever written again but for shares.
import { MISSING, type NameTable, type Records, type TokenTable } from '../domain.ts';
import { givenNameShareOf, surnameShareOf } from './background-shares.ts';
import { PHONE_DIGITS } from './contact-columns.ts';
import { Interner } from './interner.ts';
import type { JobColumns } from './job-columns.ts';
import { bigramsOfName, writeBigramsOfName } from './name-tables.ts';
import { fullNameOf, nicknameGroupsOf } from './nicknames.ts';
import { parseService } from './parse-service.ts';
import { soundOf } from './phonetic.ts';
import { logShareAmong } from './token-table.ts';

/** Distinct values of a column that are known at once: of people's, and of the few that many rows share. */
const MOST_VALUES = 2048;
export const MOST_TEXTS = 256;
/** Two rows bring at most two names of eight words and an alias, and fewer of anything else. */
const MOST_OF_A_PAIR = 18;
const FIRST_ITEMS = 1024;

type Tables = Omit<Records, 'rewards' | 'pos' | 'known' | 'terms' | 'lagHabits' | 'equalAmountShare'>;

export class PairTables {
  readonly tables: Tables;
  private readonly sounds = new Interner();
  private readonly asGiven = new Int32Array(MOST_VALUES);
  private readonly asSurname = new Int32Array(MOST_VALUES);
  /** How common each token is as a name of all people. */
  private readonly givenNameShare = new Float64Array(MOST_VALUES);
  private readonly surnameShare = new Float64Array(MOST_VALUES);
  private tokens = 0;
  private names = 0;
  private phones = 0;
  private emails = 0;
  private services = 0;
  private providers = 0;
  private locations = 0;
  private codes = 0;

  constructor(private readonly columns: JobColumns) {
    this.tables = emptyTables(columns);
  }

  get hasRoom(): boolean {
    const { names, phones, emails, codes, amounts, services, providers, locations } = this.columns;
    const values = Math.max(
      names.tokens.count,
      names.count,
      names.cells.count,
      phones.count,
      emails.addresses.count,
      codes.codes.count,
      amounts.count,
    );
    const texts = Math.max(services.cells, providers.cells, locations.cells);
    return values + MOST_OF_A_PAIR <= MOST_VALUES && texts + MOST_OF_A_PAIR <= MOST_TEXTS;
  }

  /** Adds what the columns have read since. */
  extend(records: Records): void {
    const { names, phones, emails, services, providers, locations, codes } = this.columns;
    if (this.tokens < names.tokens.count) this.extendTokens(records.tokens);
    if (this.names < names.count) this.extendNames(records.names, records.tokens);
    for (; this.phones < phones.count; this.phones++) phones.writeDigits(this.phones, records.phoneDigits);
    if (this.emails < emails.addresses.count) this.extendEmails(records);
    for (; this.services < services.values.text.length; this.services++) this.addService(records);
    for (; this.providers < providers.values.text.length; this.providers++)
      records.providers.text[this.providers] = providers.values.text[this.providers]!;
    for (; this.locations < locations.values.text.length; this.locations++)
      records.locations.text[this.locations] = locations.values.text[this.locations]!;
    if (this.codes === codes.codes.count) return;
    records.references = codes.codes.live();
    for (; this.codes < codes.codes.count; this.codes++)
      records.codeDigits[this.codes] = codes.runOf(this.codes);
  }

  /** How rare the parts of two names are, which are all the names there are; MISSING for none. */
  shareNames(a: number, b: number): void {
    const names = Number(a !== MISSING) + Number(b !== MISSING && b !== a);
    if (a !== MISSING) this.forget(a);
    if (b !== MISSING) this.forget(b);
    if (a !== MISSING) this.count(a);
    if (b !== MISSING && b !== a) this.count(b);
    if (a !== MISSING) this.share(a, names);
    if (b !== MISSING && b !== a) this.share(b, names);
  }

  private forget(name: number): void {
    const { start, tokens, alias } = this.tables.names;
    for (let i = start[name]!; i < start[name + 1]!; i++) this.forgetToken(tokens[i]!);
    if (alias[name] !== MISSING) this.forgetToken(alias[name]!);
  }

  private forgetToken(token: number): void {
    this.asGiven[token] = 0;
    this.asSurname[token] = 0;
  }

  private count(name: number): void {
    const { start, tokens, surnameAt } = this.tables.names;
    const surnameFrom = start[name]! + surnameAt[name]!;
    for (let i = start[name]!; i < start[name + 1]!; i++) {
      const bearers = i < surnameFrom ? this.asGiven : this.asSurname;
      bearers[tokens[i]!] = bearers[tokens[i]!]! + 1;
    }
  }

  private share(name: number, names: number): void {
    const { start, tokens, alias } = this.tables.names;
    for (let i = start[name]!; i < start[name + 1]!; i++) this.shareToken(tokens[i]!, names);
    if (alias[name] !== MISSING) this.shareToken(alias[name]!, names);
  }

  private shareToken(token: number, names: number): void {
    const { logShareAsGiven, logShareAsSurname } = this.tables.tokens;
    logShareAsGiven[token] = logShareAmong(names, this.asGiven[token]!, this.givenNameShare[token]!);
    logShareAsSurname[token] = logShareAmong(names, this.asSurname[token]!, this.surnameShare[token]!);
  }

  private extendTokens(table: TokenTable): void {
    const { tokens } = this.columns.names;
    table.packed = tokens.live();
    for (; this.tokens < tokens.count; this.tokens++) {
      const text = tokens.textOf(this.tokens);
      table.text[this.tokens] = text;
      this.givenNameShare[this.tokens] = givenNameShareOf(text);
      this.surnameShare[this.tokens] = surnameShareOf(text);
      const groups = nicknameGroupsOf(text);
      const at = table.groupStart[this.tokens]!;
      table.groups = withRoom(table.groups, at + groups.length);
      table.isFullName = withRoom(table.isFullName, at + groups.length);
      for (let g = 0; g < groups.length; g++) {
        table.groups[at + g] = groups[g]!;
        table.isFullName[at + g] = Number(fullNameOf(groups[g]!) === text);
      }
      table.groupStart[this.tokens + 1] = at + groups.length;
      const heard = soundOf(text);
      table.sound[this.tokens] = heard === '' ? MISSING : this.sounds.idOf(heard);
    }
  }

  private extendNames(table: NameTable, { packed }: TokenTable): void {
    const { names } = this.columns;
    const { start, tokens, surnameAt, suffix, alias } = names.live();
    table.start = start;
    table.tokens = tokens;
    table.surnameAt = surnameAt;
    table.suffix = suffix;
    table.alias = alias;
    for (; this.names < names.count; this.names++) {
      const at = table.bigramStart[this.names]!;
      const end = at + bigramsOfName(table, this.names, packed);
      table.bigrams = withRoom(table.bigrams, end);
      writeBigramsOfName(table, this.names, packed, table.bigrams, at);
      table.bigramStart[this.names + 1] = end;
    }
  }

  private extendEmails({ emails: table }: Records): void {
    const { emails } = this.columns;
    table.packed = emails.addresses.live();
    for (; this.emails < emails.addresses.count; this.emails++) {
      const domain = emails.domainOf[this.emails]!;
      table.localLength[this.emails] = emails.localLengths[this.emails]!;
      table.domain[this.emails] = domain;
      table.domains[domain] ??= emails.domains.textOf(domain);
    }
  }

  private addService({ services: table }: Records): void {
    const id = this.services;
    const { text, products, kinds, programs, units } = parseService(this.columns.services.values.text[id]!);
    table.text[id] = text;
    table.products[id] = products;
    table.kinds[id] = kinds;
    table.programs[id] = programs;
    table.units[id] = units;
  }
}

function withRoom(values: Int32Array, atLeast: number): Int32Array {
  if (atLeast <= values.length) return values;
  const wider = new Int32Array(Math.max(values.length * 2, atLeast));
  wider.set(values);
  return wider;
}

/** What blocking alone looks at stays empty. */
function emptyTables({ names, codes, emails }: JobColumns): Tables {
  const texts = (): string[] => new Array<string>(MOST_TEXTS).fill('');
  return {
    tokens: {
      text: new Array<string>(MOST_VALUES).fill(''),
      packed: names.tokens.live(),
      groups: new Int32Array(FIRST_ITEMS),
      isFullName: new Int32Array(FIRST_ITEMS),
      groupStart: new Int32Array(MOST_VALUES + 1),
      sound: new Int32Array(MOST_VALUES),
      soundHash: new Int32Array(),
      logShareAsGiven: new Float64Array(MOST_VALUES),
      logShareAsSurname: new Float64Array(MOST_VALUES),
    },
    names: {
      ...names.live(),
      joinedGiven: new Int32Array(),
      joinedSurname: new Int32Array(),
      bigramStart: new Int32Array(MOST_VALUES + 1),
      bigrams: new Int32Array(FIRST_ITEMS),
      signature: new Int32Array(),
    },
    amounts: { cents: new Int32Array(), logShare: new Float64Array(MOST_VALUES) },
    phoneDigits: new Uint8Array(MOST_VALUES * PHONE_DIGITS),
    phoneHolders: new Float64Array(MOST_VALUES),
    emailHolders: new Float64Array(MOST_VALUES),
    emails: {
      packed: emails.addresses.live(),
      localLength: new Int32Array(MOST_VALUES),
      domain: new Int32Array(MOST_VALUES),
      domains: [],
    },
    services: {
      text: texts(),
      products: new Int32Array(MOST_TEXTS),
      kinds: new Int32Array(MOST_TEXTS),
      programs: new Int32Array(MOST_TEXTS),
      units: new Int32Array(MOST_TEXTS),
      meaning: new Float32Array(),
      meaningWidth: 0,
    },
    providers: { text: texts(), logShare: new Float64Array(MOST_TEXTS) },
    locations: { text: texts(), logShare: new Float64Array(MOST_TEXTS) },
    references: codes.codes.live(),
    codeDigits: new Int32Array(MOST_VALUES),
  };
}
