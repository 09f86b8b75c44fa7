// The gate's points of one reward's line and POS lines: a reward turns to many rows, so what its own line says is read once.
// It never looks at the ratio of amounts: a reward is often a small part of its invoice.
import {
  type Gate,
  haveGroupInCommon,
  MISSING,
  NO_DAY,
  type PartPoints,
  type Records,
  type TokenTable,
} from '../domain.ts';
import { DayPoints } from './day-points.ts';
import {
  AMOUNT,
  BITS,
  bitsInAll,
  DAY,
  type GateLines,
  GIVEN,
  HAS_FORMS,
  IS_INITIAL,
  LETTER,
  LETTER_SHIFT,
  LINE,
  LOCATION,
  PRODUCTS,
  PROGRAMS,
  PROVIDER,
  QUIET,
  SIGNATURE,
  SOUND,
  SURNAME,
  TRAITS,
} from './gate-lines.ts';
import { BITS_SHIFT, letterTable, mostNamePoints } from './gate-tables.ts';
import { rareAmounts } from './rare.ts';

/** No token, sound or letter of a row is this. */
const NOBODYS = -2;

export class LinePoints {
  private readonly rewards: Int32Array;
  private readonly pos: Int32Array;
  private readonly tokens: TokenTable;
  private readonly isRare: Uint8Array;
  private readonly days: DayPoints;
  private readonly letterPoints: Int8Array;
  private readonly mostLetterPoints: number;
  private readonly mostNamePoints: number;
  /** Of the reward at hand. */
  private own = 0;
  private amountPoints = 0;
  private isNameless = false;
  private given = NOBODYS;
  private givenSound = NOBODYS;
  private givenLetter = NOBODYS;
  private surname = NOBODYS;
  private surnameSound = NOBODYS;
  private surnameLetter = NOBODYS;

  constructor(
    records: Records,
    private readonly gate: Gate,
    lines: GateLines,
  ) {
    this.rewards = lines.rewards;
    this.pos = lines.pos;
    this.tokens = records.tokens;
    this.isRare = rareAmounts(records);
    this.days = new DayPoints(gate);
    this.letterPoints = letterTable(gate);
    this.mostLetterPoints = gate.letters[0]!.points;
    this.mostNamePoints = mostNamePoints(gate);
  }

  turnTo(r: number): void {
    const { rewards, gate } = this;
    const own = r * LINE;
    this.own = own;
    this.days.turnTo(rewards[own + DAY]!);
    this.amountPoints = this.isRare[r] === 1 ? gate.rareAmount : gate.amount;
    this.given = rewards[own + GIVEN]!;
    this.isNameless = this.given === MISSING;
    this.givenSound = orNobodys(rewards[own + GIVEN + SOUND]!);
    this.givenLetter = rewards[own + GIVEN + LETTER]!;
    this.surname = orNobodys(rewards[own + SURNAME]!);
    this.surnameSound = orNobodys(rewards[own + SURNAME + SOUND]!);
    this.surnameLetter =
      this.surname === NOBODYS ? NOBODYS << LETTER_SHIFT : rewards[own + SURNAME + LETTER]!;
  }

  /** All points of the POS line at `at`; some number below 0 where they do not add up to 0. */
  of(at: number): number {
    const { rewards, pos, gate, own } = this;
    let points = this.ofDay(at);
    if (rewards[own + AMOUNT] === pos[at + AMOUNT]) points += this.amountPoints;
    const sold = rewards[own + TRAITS]!;
    const soldThere = pos[at + TRAITS]!;
    if ((sold & PROGRAMS) !== 0 && (soldThere & PROGRAMS) !== 0) {
      points += (sold & soldThere & PROGRAMS) !== 0 ? gate.program.agree : gate.program.differ;
    }
    if ((sold & PRODUCTS) !== 0 && (soldThere & PRODUCTS) !== 0) {
      points += (sold & soldThere & PRODUCTS) !== 0 ? gate.product.agree : gate.product.differ;
    }
    const provider = rewards[own + PROVIDER]!;
    if (provider !== MISSING && pos[at + PROVIDER] !== MISSING) {
      points += provider === pos[at + PROVIDER] ? gate.provider.agree : gate.provider.differ;
    }
    const location = rewards[own + LOCATION]!;
    if (location !== MISSING && pos[at + LOCATION] !== MISSING) {
      points += location === pos[at + LOCATION] ? gate.location.agree : gate.location.differ;
    }
    if (this.isNameless || pos[at + GIVEN] === MISSING) return points + gate.nameless;
    return points + this.mostNamePoints < 0 ? -1 : points + this.ofNames(at, points);
  }

  ofDay(at: number): number {
    const postedOn = this.rewards[this.own + DAY]!;
    const soldOn = this.pos[at + DAY]!;
    if (postedOn === NO_DAY || soldOn === NO_DAY) return this.gate.undated;
    const isQuiet = postedOn === soldOn && (this.pos[at + TRAITS]! & QUIET) !== 0;
    return isQuiet ? this.gate.quietDay : this.days.of(soldOn);
  }

  /** Whether the first names are the same, sound the same, or have a familiar form in common. */
  haveOneGivenName(at: number): boolean {
    return this.pos[at + GIVEN] !== MISSING && this.isGivenLike(at + GIVEN);
  }

  /** The points of names; without their letters where those could not lift the sum to 0. */
  private ofNames(at: number, pointsSoFar: number): number {
    const { pos, given, surname, surnameSound } = this;
    const { givenName, surname: surnames, crossed, crossedLetter } = this.gate;
    const there = at + SURNAME;
    const ofGiven =
      given === pos[at]
        ? givenName.equal
        : this.isGivenLike(at)
          ? givenName.alike
          : letterPoints(this.givenLetter, pos[at + LETTER]!, givenName);
    const ofSurname =
      surname === pos[there]
        ? surnames.equal
        : surnameSound === pos[there + SOUND]
          ? surnames.alike
          : letterPoints(this.surnameLetter, pos[there + LETTER]!, surnames);
    let points = ofGiven + ofSurname;
    if (ofGiven < givenName.alike && ofSurname < surnames.alike) {
      if (this.isGivenLike(there)) points += crossed;
      else if (isOneLetter(this.givenLetter, pos[there + LETTER]!)) points += crossedLetter;
      if (this.isLike(surname, this.surnameSound, this.surnameLetter, at)) points += crossed;
      else if (isOneLetter(this.surnameLetter, pos[at + LETTER]!)) points += crossedLetter;
    }
    const isHopeless = pointsSoFar + points + this.mostLetterPoints < 0;
    return points + (isHopeless ? this.mostLetterPoints : this.ofLetters(at));
  }

  /** Whether the given name is like the part of a POS line at `part`. */
  private isGivenLike(part: number): boolean {
    return this.isLike(this.given, this.givenSound, this.givenLetter, part);
  }

  /** Whether a part of the name is the same as that of a POS line, sounds the same, or has a familiar form in common. */
  private isLike(id: number, sound: number, letter: number, part: number): boolean {
    const { pos } = this;
    if (id === pos[part] || sound === pos[part + SOUND]) return true;
    const bothHaveForms = (letter & pos[part + LETTER]! & HAS_FORMS) !== 0;
    return bothHaveForms && haveGroupInCommon(this.tokens, id, pos[part]!);
  }

  /** By hashed letter pairs that both names have: at least as many as they truly share. */
  private ofLetters(at: number): number {
    const { rewards, pos, own } = this;
    const a = own + SIGNATURE;
    const b = at + SIGNATURE;
    const shared = bitsInAll(
      rewards[a]! & pos[b]!,
      rewards[a + 1]! & pos[b + 1]!,
      rewards[a + 2]! & pos[b + 2]!,
      rewards[a + 3]! & pos[b + 3]!,
    );
    const fewer = Math.min(rewards[own + BITS]!, pos[at + BITS]!);
    return this.letterPoints[(fewer << BITS_SHIFT) | shared]!;
  }
}

const orNobodys = (id: number): number => (id === MISSING ? NOBODYS : id);

/** Of two parts that are not alike. */
function letterPoints(a: number, b: number, points: PartPoints): number {
  if (!isOneLetter(a, b)) return points.different;
  return ((a | b) & IS_INITIAL) !== 0 ? points.initial : points.firstLetter;
}

const isOneLetter = (a: number, b: number): boolean => a >> LETTER_SHIFT === b >> LETTER_SHIFT;
