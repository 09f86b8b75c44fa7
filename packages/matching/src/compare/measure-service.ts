// What was sold and under which program: the product, its kind, the program it belongs to, what the words mean, the wording,
// the units.
import { type Feature, type Measure, MISSING, type Records } from '../domain.ts';
import { diceOfTexts } from './dice.ts';
import { meaningSimilarity } from './meaning-similarity.ts';
import { pairMemo } from './pair-memo.ts';

export const SERVICE_FEATURES: readonly Feature[] = [
  { name: 'program_level', direction: 1 },
  { name: 'product_level', direction: 1 },
  { name: 'meaning_similarity', direction: 1 },
  { name: 'wording_similarity', direction: 1 },
  { name: 'units_agree', direction: 1 },
];

/** The program column's bit for "other": it names no program. */
const OTHER_BIT = 1 << 4;

/** Bit set of programs a row names in its column or in its text. */
export function programsOf(column: number, service: number, records: Records): number {
  const stated = column === MISSING ? 0 : (1 << column) & ~OTHER_BIT;
  return stated !== 0 ? stated : service === MISSING ? 0 : records.services.programs[service]!;
}

/** 0 the programs differ, 1 the product or wording fits, 2 both columns say the same; NaN when a side says nothing. */
export function programLevel(records: Records, r: number, p: number): number {
  const { rewards, pos } = records;
  const a = programsOf(rewards.program[r]!, rewards.service[r]!, records);
  const b = programsOf(pos.program[p]!, pos.service[p]!, records);
  if (a === 0 || b === 0) return Number.NaN;
  if ((a & b) === 0) return 0;
  return rewards.program[r] !== MISSING && rewards.program[r] === pos.program[p] ? 2 : 1;
}

/** 0 different kinds, 1 the same kind but another product, 2 the kind fits, 3 the same product; NaN when unknown. */
export function productLevel(records: Records, a: number, b: number): number {
  const { products, kinds } = records.services;
  const productsA = products[a]!;
  const productsB = products[b]!;
  if ((productsA & productsB) !== 0) return 3;
  if (kinds[a] === 0 || kinds[b] === 0) return Number.NaN;
  if ((kinds[a]! & kinds[b]!) === 0) return 0;
  return productsA !== 0 && productsB !== 0 ? 1 : 2;
}

/** What the service encoder makes of two services; NaN where it knows too little of one. */
export function meaningOfPair({ services }: Records, a: number, b: number): number {
  const { meaning, meaningWidth } = services;
  return meaning.length === 0 ? Number.NaN : meaningSimilarity(meaning, meaningWidth, a, b);
}

export function measureService(records: Records): Measure {
  const { rewards, pos, services } = records;
  const meaning = pairMemo(services.text.length, (a, b) => meaningOfPair(records, a, b));
  const wording = pairMemo(services.text.length, (a, b) => diceOfTexts(services.text[a]!, services.text[b]!));
  return (r, p, out, at) => {
    out[at] = programLevel(records, r, p);
    const a = rewards.service[r]!;
    const b = pos.service[p]!;
    const known = a !== MISSING && b !== MISSING;
    out[at + 1] = known ? productLevel(records, a, b) : Number.NaN;
    out[at + 2] = known ? meaning(a, b) : Number.NaN;
    out[at + 3] = known ? wording(a, b) : Number.NaN;
    const counted = known && services.units[a] !== MISSING && services.units[b] !== MISSING;
    out[at + 4] = counted ? Number(services.units[a] === services.units[b]) : Number.NaN;
  };
}
