// Whether the two rows carry the same code.
import type { Describe, Records } from '../domain.ts';
import { codeLevel } from './measure-code.ts';

const WORDS = [
  'Different codes',
  'Codes one character apart',
  'Same digits in the code',
  'Same code',
] as const;

export function describeCode(records: Records): Describe {
  return (r, p) => {
    const level = codeLevel(records, r, p);
    return Number.isNaN(level) ? 'No code to compare' : WORDS[level]!;
  };
}
