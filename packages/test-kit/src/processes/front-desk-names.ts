// The slips of a front desk in names, with how often they happen.
import { keyboardSlip, transposeLetters } from '../slips/keyboard.ts';
import { NICKNAMES } from '../words/nicknames.ts';
import { FEMALE_TITLES, MALE_TITLES, SUFFIXES } from '../words/people.ts';
import type { NameSlip } from './name-draft.ts';

const changed = (before: string, after: string): boolean => before !== after;

export const FRONT_DESK_NAME_SLIPS: readonly NameSlip[] = [
  {
    error: 'nickname',
    easy: 0.1,
    hard: 0.3,
    apply: (random, name) => {
      const forms = NICKNAMES.get(name.first);
      if (forms === undefined) return false;
      name.first = random.pick(forms);
      return true;
    },
  },
  {
    error: 'initial',
    easy: 0.02,
    hard: 0.08,
    apply: (random, name) => {
      const dot = random.chance(0.6) ? '.' : '';
      if (random.chance(0.7)) name.first = name.first[0]! + dot;
      else name.last = name.last[0]! + dot;
      return true;
    },
  },
  {
    error: 'typo',
    easy: 0.05,
    hard: 0.14,
    apply: (random, name) => {
      const key = random.chance(0.45) ? 'first' : 'last';
      const before = name[key];
      name[key] = keyboardSlip(random, before);
      if (random.chance(0.15)) name[key] = keyboardSlip(random, name[key]);
      return changed(before, name[key]);
    },
  },
  {
    error: 'transposed-letters',
    easy: 0.015,
    hard: 0.05,
    apply: (random, name) => {
      const key = random.chance(0.5) ? 'first' : 'last';
      const before = name[key];
      name[key] = transposeLetters(random, before);
      return changed(before, name[key]);
    },
  },
  {
    error: 'changed-surname',
    easy: 0.02,
    hard: 0.13,
    apply: (random, name) => {
      const { formerLast } = name.patient;
      if (formerLast === '') return false;
      name.last = random.chance(0.7)
        ? formerLast
        : random.chance(0.5)
          ? `${formerLast}-${name.last}`
          : `${formerLast} ${name.last}`;
      return true;
    },
  },
  {
    error: 'name-swapped',
    easy: 0.01,
    hard: 0.04,
    apply: (_, name) => {
      [name.first, name.last] = [name.last, name.first];
      return true;
    },
  },
  {
    error: 'last-first-order',
    easy: 0.02,
    hard: 0.06,
    apply: (_, name) => {
      name.lastFirst = true;
      return true;
    },
  },
  {
    error: 'title',
    easy: 0.04,
    hard: 0.07,
    apply: (random, name) => {
      name.title = random.pick(name.patient.female ? FEMALE_TITLES : MALE_TITLES);
      return true;
    },
  },
  {
    error: 'suffix',
    easy: 0.01,
    hard: 0.03,
    apply: (random, name) => {
      name.suffix = name.suffix === '' ? random.pick(SUFFIXES) : '';
      return true;
    },
  },
  {
    error: 'middle-name',
    easy: 0.04,
    hard: 0.09,
    apply: (random, name) => {
      if (name.patient.middle === '') return false;
      name.middle = random.chance(0.65)
        ? `${name.patient.middle[0]}${random.chance(0.5) ? '.' : ''}`
        : name.patient.middle;
      return true;
    },
  },
  {
    error: 'name-part-missing',
    easy: 0.003,
    hard: 0.02,
    apply: (random, name) => {
      if (random.chance(0.6)) name.last = '';
      else name.first = '';
      return true;
    },
  },
  {
    error: 'hyphenation',
    easy: 0.3,
    hard: 0.45,
    apply: (random, name) => {
      const before = name.last;
      const at = before.search(/[- ]/);
      if (at < 2) return false;
      name.last = [
        before.slice(0, at),
        before.slice(at + 1),
        before.replace('-', ' '),
        before.replace('-', ''),
      ][random.below(4)]!;
      return changed(before, name.last);
    },
  },
];
