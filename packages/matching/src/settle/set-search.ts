// Remembers, over the rounds of a run, which sets of redemptions add up to a payment: what is open only shrinks, so what was found
// says a lot about what is left.
import { type ExactSets, exactSets } from './exact-sets.ts';
import type { Entry } from './read-books.ts';

/** Sets looked for: a person is named no more. */
export const MOST_SETS = 4;

/** More than one is no reading that is sure: it takes two to know that for as long as both are open. */
const SEVERAL = 2;

interface Known {
  found: ExactSets;
  /** Sets of the latest redemptions, which are paid last. */
  lasting: Entry[][];
}

export class SetSearch {
  readonly #known = new Map<Entry, Known>();
  readonly #isOpen: (redemption: Entry) => boolean;

  constructor(isOpen: (redemption: Entry) => boolean) {
    this.#isOpen = isOpen;
  }

  /** Up to `MOST_SETS` of what is open for the payment: what a search finds, or what it found before where it would find the same. */
  all(payment: Entry, open: readonly Entry[]): ExactSets {
    const before = this.#stillFound(payment);
    if (before) return before;
    const found = exactSets(payment.amountCents, open, MOST_SETS);
    const isSeveral = found.isComplete && found.sets.length >= SEVERAL;
    const lasting = isSeveral ? exactSets(payment.amountCents, open.toReversed(), SEVERAL).sets : [];
    this.#known.set(payment, { found, lasting });
    return found;
  }

  /** Without a search, where it is known that there are several: two of them in place of all. */
  known(payment: Entry): { sets: ExactSets; isAll: boolean } | null {
    const before = this.#stillFound(payment);
    if (before) return { sets: before, isAll: true };
    const lasting = this.#known.get(payment)?.lasting ?? [];
    if (lasting.length < SEVERAL || !lasting.every(this.#isAllOpen)) return null;
    return { sets: { sets: lasting, isComplete: true }, isAll: false };
  }

  #stillFound(payment: Entry): ExactSets | null {
    const found = this.#known.get(payment)?.found;
    return found?.isComplete && found.sets.every(this.#isAllOpen) ? found : null;
  }

  readonly #isAllOpen = (set: readonly Entry[]): boolean => set.every(this.#isOpen);
}
