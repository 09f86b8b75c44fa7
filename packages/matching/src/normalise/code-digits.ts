// The digits of a code: one system writes AUTH-371725K, the other 371725.
import { MISSING } from '../domain.ts';
import { Interner } from './interner.ts';

/** Shorter runs of digits are shared by chance. */
const SHORTEST_RUN = 5;

/** An id per code that equal longest runs of digits share, or MISSING. */
export function codeDigitsOf(codes: readonly string[]): Int32Array {
  const digits = new Interner();
  return Int32Array.from(codes, (code) => {
    const runs = code.match(/\d+/g) ?? [];
    const longest = runs.reduce((best, run) => (run.length > best.length ? run : best), '');
    return longest.length < SHORTEST_RUN ? MISSING : digits.idOf(longest);
  });
}
