// Which synthetic books a model learns from, tunes on, and is judged by. Splits differ in seed and in vocabulary of
// names: what is held out is never seen in training.
import {
  type ColumnChoice,
  type Difficulty,
  ERROR_PROCESSES,
  type ErrorProcessName,
  type GenerateOptions,
  generateBooks,
  type NamePool,
  type SyntheticBooks,
} from '@medspasync/test-kit';

export interface Split {
  name: 'trees' | 'rivals' | 'calibration' | 'held-out';
  firstSeed: number;
  namePool: NamePool;
  /** Books per process and difficulty. */
  books: number;
}

export const SPLITS = {
  trees: { name: 'trees', firstSeed: 10_000, namePool: 'a', books: 10 },
  rivals: { name: 'rivals', firstSeed: 20_000, namePool: 'a', books: 5 },
  calibration: { name: 'calibration', firstSeed: 30_000, namePool: 'a', books: 5 },
  heldOut: { name: 'held-out', firstSeed: 200_000, namePool: 'b', books: 3 },
} as const satisfies Record<string, Split>;

/** Files come in all sizes and with all kinds of columns missing; each book of a process takes the next shape. */
const SHAPES: readonly { rewards: number; days: number; columns: ColumnChoice }[] = [
  { rewards: 1500, days: 60, columns: 'vary' },
  { rewards: 600, days: 30, columns: 'full' },
  { rewards: 2000, days: 365, columns: 'vary' },
  { rewards: 600, days: 90, columns: 'no-contact' },
  { rewards: 400, days: 60, columns: 'name-date-amount' },
];

/** Registries hold dates of all kinds, days of birth among them: every third book covers most of a century. */
const DECADES = { from: '1926-01-01', days: 29_000 };

/** And they name the suburb of each person: some three hundred, where a spa has three locations. */
const SUBURBS: readonly string[] =
  'Oak Cedar Elm Ash Birch Maple North South East West Mount Port Glen Lake Stone Green Kings Fair Clear Wind'
    .split(' ')
    .flatMap((start) =>
      'field wood ville ford dale ton bury view side brook ridge haven mere water gate'
        .split(' ')
        .map((end) => start + end),
    );

export const DIFFICULTIES: readonly Difficulty[] = ['easy', 'hard'];

/** The options of every book of a split; `processes` limits it to some error processes. */
export function booksOf(
  split: Split,
  processes: readonly ErrorProcessName[] = ERROR_PROCESSES,
): (GenerateOptions & { process: ErrorProcessName; difficulty: Difficulty })[] {
  const options = [];
  let seed = split.firstSeed;
  for (const process of ERROR_PROCESSES) {
    for (const difficulty of DIFFICULTIES) {
      for (let book = 0; book < split.books; book++) {
        const shape = SHAPES[book % SHAPES.length]!;
        // Counted also where left out, so that a book does not depend on its company.
        seed++;
        if (processes.includes(process)) {
          const registry =
            process === 'registry' ? { ...(book % 3 === 0 ? DECADES : {}), locations: SUBURBS } : {};
          options.push({ ...shape, ...registry, seed, process, difficulty, namePool: split.namePool });
        }
      }
    }
  }
  return options;
}

export const makeBooks = (options: GenerateOptions): SyntheticBooks => generateBooks(options);
