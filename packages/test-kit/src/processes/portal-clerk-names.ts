// The slips of a clerk who keys redemptions into the portal from slips of paper and phone calls: she writes what she
// hears, calls people by their full or pet names, and mixes up families.
import { respell } from '../slips/hearing.ts';
import { NICKNAMES } from '../words/nicknames.ts';
import type { NameSlip } from './name-draft.ts';

/** Pet name → given names, the other way round: the patient says Kate, the clerk writes Catherine. */
const GIVEN_NAMES: ReadonlyMap<string, readonly string[]> = (() => {
  const given = new Map<string, string[]>();
  for (const [name, forms] of NICKNAMES) {
    for (const form of forms) given.set(form, [...(given.get(form) ?? []), name]);
  }
  return given;
})();

export const PORTAL_CLERK_NAME_SLIPS: readonly NameSlip[] = [
  {
    error: 'household',
    easy: 0.002,
    hard: 0.01,
    apply: (random, name) => {
      // Booked under the spouse: another first name, the rest of the record stays the patient's.
      const relative = random.pick([
        'Robert',
        'Linda',
        'Michael',
        'Susan',
        'David',
        'Karen',
        'Emily',
        'Jessica',
      ]);
      if (relative === name.first) return false;
      name.first = relative;
      return true;
    },
  },
  {
    error: 'nickname',
    easy: 0.09,
    hard: 0.26,
    apply: (random, name) => {
      const forms = NICKNAMES.get(name.first) ?? GIVEN_NAMES.get(name.first);
      if (forms === undefined) return false;
      name.first = random.pick(forms);
      return true;
    },
  },
  {
    error: 'phonetic',
    easy: 0.05,
    hard: 0.2,
    apply: (random, name) => {
      const before = name.first + name.last;
      const both = random.chance(0.2);
      const last = random.chance(0.6);
      if (last || both) name.last = respell(random, name.last);
      if (!last || both) name.first = respell(random, name.first);
      if (random.chance(0.2)) name.last = respell(random, name.last);
      return before !== name.first + name.last;
    },
  },
  {
    error: 'middle-name',
    easy: 0.05,
    hard: 0.13,
    apply: (random, name) => {
      const { middle } = name.patient;
      if (middle === '') return false;
      // Half of these go by their middle name.
      if (random.chance(0.4)) name.first = middle;
      else name.middle = random.chance(0.5) ? middle : middle[0]!;
      return true;
    },
  },
  {
    error: 'changed-surname',
    easy: 0.02,
    hard: 0.14,
    apply: (random, name) => {
      const { formerLast } = name.patient;
      if (formerLast === '') return false;
      if (random.chance(0.25)) name.middle = formerLast;
      else name.last = random.chance(0.8) ? formerLast : `${name.last}-${formerLast}`;
      return true;
    },
  },
  {
    error: 'name-swapped',
    easy: 0.015,
    hard: 0.06,
    apply: (_, name) => {
      [name.first, name.last] = [name.last, name.first];
      return true;
    },
  },
  {
    error: 'name-spacing',
    easy: 0.02,
    hard: 0.05,
    apply: (random, name) => {
      const before = name.first + name.last;
      if (name.last.includes(' ')) name.last = name.last.replaceAll(' ', '');
      else if (name.last.includes("'")) name.last = name.last.replace("'", random.chance(0.5) ? ' ' : '');
      else if (name.first.includes(' ')) name.first = name.first.replace(' ', '');
      else if (name.last.length > 6) name.last = `${name.last.slice(0, 3)} ${name.last.slice(3)}`;
      return before !== name.first + name.last;
    },
  },
  {
    error: 'initial',
    easy: 0.01,
    hard: 0.06,
    apply: (random, name) => {
      if (random.chance(0.5)) name.last = `${name.last[0]}.`;
      else name.first = name.first[0]!;
      return true;
    },
  },
  {
    error: 'hyphenation',
    easy: 0.25,
    hard: 0.5,
    apply: (random, name) => {
      const parts = name.last.split(/[- ]/);
      if (parts.length < 2) return false;
      name.last = random.chance(0.6) ? random.pick(parts) : parts.reverse().join('-');
      return true;
    },
  },
  {
    error: 'name-part-missing',
    easy: 0.004,
    hard: 0.025,
    apply: (random, name) => {
      if (random.chance(0.5)) name.last = '';
      else name.first = '';
      return true;
    },
  },
];
