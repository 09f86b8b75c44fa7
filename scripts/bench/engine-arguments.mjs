// The options of the engine's bench, checked before any work.
import { parseArgs } from 'node:util';

/** @typedef {'easy' | 'hard'} Difficulty */

/** The command was typed wrongly; the message says how. */
export class BadArguments extends Error {}

export const ENGINE_USAGE = `  engine   the command line against a DuckDB SQL baseline, on the same books
    --n N[,N…]   rewards in each pair of books (default 10000)
    --runs R     pairs of runs for each size (default 3)
    --difficulty easy|hard   how often the books' rows are mistyped (default easy)
`;

/**
 * Sizes ascending, so that the first, unmeasured runs are on the smallest.
 * @param {string[]} words
 * @returns {{ sizes: number[], runs: number, difficulty: Difficulty }}
 */
export function readEngineArguments(words) {
  const { n, runs, difficulty } = parsed(words);
  const sizes = [...new Set(n.split(',').map(Number))].sort((a, b) => a - b);
  const problems = [];
  if (!sizes.every((size) => Number.isSafeInteger(size) && size > 0)) {
    problems.push('--n must be whole numbers above 0, with commas between them');
  }
  if (!(Number.isSafeInteger(Number(runs)) && Number(runs) > 0)) {
    problems.push('--runs must be a whole number above 0');
  }
  if (difficulty !== 'easy' && difficulty !== 'hard') problems.push('--difficulty must be easy or hard');
  if (problems.length > 0) throw new BadArguments(problems.join('\n'));
  return { sizes, runs: Number(runs), difficulty: difficulty === 'hard' ? 'hard' : 'easy' };
}

/** @param {string[]} words */
function parsed(words) {
  try {
    const options = /** @type {const} */ ({
      n: { type: 'string', default: '10000' },
      runs: { type: 'string', default: '3' },
      difficulty: { type: 'string', default: 'easy' },
    });
    return parseArgs({ args: words, options }).values;
  } catch (error) {
    throw new BadArguments(/** @type {Error} */ (error).message);
  }
}
