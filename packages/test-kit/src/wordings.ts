// How a service is written: the product by its own words, by a generic, or with the units and the area treated.
import type { NamePool } from './books.ts';
import type { Random } from './random.ts';
import type { Visit } from './redemption.ts';
import { poolOf } from './vocabulary.ts';
import {
  GENERIC_FILLER,
  GENERIC_TOXIN,
  ORDINARY_SERVICES,
  PRODUCTS,
  type Product,
  TREATED_AREAS,
} from './words/services.ts';

export interface Wordings {
  /** One of the product's own wordings, filled in. */
  own(random: Random, visit: Visit): string;
  /** A wording that names no brand; the product's own where there is none of its kind. */
  generic(random: Random, visit: Visit): string;
}

/** Half of a list, kept whole when the half would be empty. */
function halfOf(words: readonly string[], pool: NamePool): readonly string[] {
  if (pool === 'all') return words;
  const half = words.filter((word) => poolOf(word) === pool);
  return half.length > 0 ? half : words;
}

const fill = (random: Random, wording: string, visit: Visit): string =>
  wording.includes('{')
    ? wording.replace('{n}', String(visit.units)).replace('{area}', random.pick(TREATED_AREAS))
    : wording;

/** The wordings of a book; pools `a` and `b` share none but for products with too few. */
export function createWordings(pool: NamePool): Wordings {
  const own = new Map(
    [...PRODUCTS, ...ORDINARY_SERVICES].map((product) => [product.key, halfOf(product.wordings, pool)]),
  );
  const toxin = halfOf(GENERIC_TOXIN, pool);
  const filler = halfOf(GENERIC_FILLER, pool);
  const wordingsOf = (product: Product): readonly string[] => own.get(product.key)!;
  const writeOwn = (random: Random, visit: Visit): string =>
    fill(random, random.pick(wordingsOf(visit.product)), visit);
  return {
    own: writeOwn,
    generic: (random, visit) => {
      if (visit.product.kind === 'toxin') return fill(random, random.pick(toxin), visit);
      if (visit.product.kind === 'filler') return fill(random, random.pick(filler), visit);
      return writeOwn(random, visit);
    },
  };
}
