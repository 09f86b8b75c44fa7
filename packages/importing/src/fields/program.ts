// Which loyalty program a label means: portals, tenders, discount names.
import type { Program } from '@medspasync/schemas';

// Old tender labels still say Brilliant Distinctions, Allē's former name, or BD.
const NAMED: readonly (readonly [RegExp, Program])[] = [
  [/\balle\b|\ballergan\b|brilliant distinctions?|\bbd\b/, 'alle'],
  [/\baspire\b|\bgalderma\b/, 'aspire'],
  [/\bevolus\b/, 'evolus'],
  [/\bxperience\b|\bmerz\b/, 'xperience'],
];

/** The program a label names, undefined when it names none: `Allē Coupon`, `ALLE-AUTH 123`, `BD – Today`, `Evolus Rewards`. */
export function programNamedIn(label: string): Program | undefined {
  const plain = label.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('_', ' ');
  return NAMED.find(([pattern]) => pattern.test(plain))?.[1];
}

/** A cell of a program column: a known program, else `other`. */
export const parseProgram = (text: string): Program => programNamedIn(text) ?? 'other';
