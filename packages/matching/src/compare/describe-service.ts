// What was sold and under which program, side by side.
import { type Describe, MISSING, type Records } from '../domain.ts';
import { meaningOfPair, productLevel, programLevel } from './measure-service.ts';

const PROGRAM_WORDS = ['different programs', 'program fits', 'same program'] as const;
/** Index of the words for a generic beside a brand of its kind. */
const KIND_FITS = 2;
const PRODUCT_WORDS = [
  'different kinds of treatment',
  'another product of the same kind',
  'kind of treatment fits',
  'same product',
] as const;

/** What the encoder's exam found: above the first, wordings of one treatment; above the second, a brand and its generic. */
const SAME_MEANING_FROM = 0.8;
const KIN_FROM = 0.55;
const STRANGERS_BELOW = 0.3;

export function describeService(records: Records): Describe {
  const { rewards, pos, services } = records;
  return (r, p) => {
    const said: string[] = [];
    const a = rewards.service[r]!;
    const b = pos.service[p]!;
    if (a !== MISSING && b !== MISSING) {
      const product = productLevel(records, a, b);
      if (services.text[a] === services.text[b]) said.push('same service');
      else
        said.push(Number.isNaN(product) ? meaningWords(records, a, b) : productWords(records, a, b, product));
    }
    const program = programLevel(records, r, p);
    if (!Number.isNaN(program)) said.push(PROGRAM_WORDS[program]!);
    return said.length === 0 ? 'No service to compare' : sentence(said.join(', '));
  };
}

/** What the vocabulary says. Where one side names no brand, the brand it may hide is told. */
function productWords({ services }: Records, a: number, b: number, level: number): string {
  const { products, text } = services;
  if (level !== KIND_FITS || (products[a] === 0) === (products[b] === 0)) return PRODUCT_WORDS[level]!;
  const [general, named] = products[a] === 0 ? [a, b] : [b, a];
  return `“${text[general]}” may be “${text[named]}”`;
}

/** What the encoder says where the vocabulary is silent. */
function meaningWords(records: Records, a: number, b: number): string {
  const { text } = records.services;
  const similarity = meaningOfPair(records, a, b);
  if (similarity >= SAME_MEANING_FROM) return `“${text[a]}” and “${text[b]}” mean the same`;
  if (similarity >= KIN_FROM) return `“${text[a]}” may be “${text[b]}”`;
  return similarity < STRANGERS_BELOW ? 'different treatments' : 'services worded differently';
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
