// Front desk: the portal knows the patient as she signed up; the POS profile was typed between two phone calls.
// Slips of the fingers, pet names, initials, titles; tender lines with a code about half of the time.
import type { Transaction } from '@medspasync/schemas';
import type { ErrorType } from '../books.ts';
import type { Habits } from '../habits.ts';
import type { Patient } from '../population.ts';
import type { Random } from '../random.ts';
import type { PosLine } from '../redemption.ts';
import {
  anotherEmail,
  anotherPhone,
  formatPhone,
  PHONE_FORMAT_COUNT,
  slipDigit,
  slipDomain,
  slipMailbox,
} from '../slips/contact.ts';
import { keyboardSlip, transposeLetters } from '../slips/keyboard.ts';
import { slipCents, slipDate } from '../slips/money-and-days.ts';
import { NICKNAMES } from '../words/nicknames.ts';
import { FEMALE_TITLES, MALE_TITLES, SUFFIXES } from '../words/people.ts';
import { TENDER_LABELS } from '../words/services.ts';
import { type Desk, type ErrorLog, note, type Scribe } from './scribe.ts';

interface NameDraft {
  patient: Patient;
  title: string;
  first: string;
  middle: string;
  last: string;
  suffix: string;
  lastFirst: boolean;
}

/** One way to write a name otherwise; `apply` says whether it could. */
interface NameSlip {
  error: ErrorType;
  easy: number;
  hard: number;
  apply(random: Random, name: NameDraft): boolean;
}

const changed = (before: string, after: string): boolean => before !== after;

const NAME_SLIPS: readonly NameSlip[] = [
  {
    error: 'nickname',
    easy: 0.07,
    hard: 0.2,
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

const writeName = (name: NameDraft): string => {
  const first = name.middle === '' ? name.first : `${name.first} ${name.middle}`;
  const full = name.lastFirst ? `${name.last}, ${first}` : `${first} ${name.last}`;
  const titled = name.title === '' ? full : `${name.title} ${full}`;
  return (name.suffix === '' ? titled : `${titled} ${name.suffix}`).trim();
};

const HABITS: Readonly<Record<'easy' | 'hard', Habits>> = {
  easy: {
    rewardsPerPatient: 1.6,
    population: {
      household: 0.12,
      sharedPhone: 0.5,
      namesake: 0.004,
      compoundSurname: 0.02,
      changedSurname: 0.5,
    },
    shapes: { tender: 55, invoice: 16, equal: 20, near: 5, partial: 2, split: 2 },
    lag: { days: [62, 22, 8, 4, 2, 1], tail: 0.01, before: 0.005 },
    multiCertificate: 0.01,
    missingInPos: 0.04,
    reversed: 0.004,
    duplicateReward: 0.006,
    duplicatePos: 0.006,
    ordinarySales: 0.25,
    leaks: 0.04,
    decoys: 0.05,
    codeInPos: 0.45,
  },
  hard: {
    rewardsPerPatient: 2.4,
    population: {
      household: 0.25,
      sharedPhone: 0.65,
      namesake: 0.015,
      compoundSurname: 0.05,
      changedSurname: 0.75,
    },
    shapes: { tender: 40, invoice: 18, equal: 14, near: 10, partial: 9, split: 9 },
    lag: { days: [44, 24, 14, 8, 5, 3, 2], tail: 0.04, before: 0.02 },
    multiCertificate: 0.025,
    missingInPos: 0.09,
    reversed: 0.01,
    duplicateReward: 0.015,
    duplicatePos: 0.015,
    ordinarySales: 0.45,
    leaks: 0.08,
    decoys: 0.16,
    codeInPos: 0.2,
  },
};

/** Columns this spa's POS export has; decided once per file. */
interface FileColumns {
  phone: boolean;
  email: boolean;
  service: boolean;
  code: boolean;
}

function drawColumns({ random, columns, difficulty }: Desk): FileColumns {
  if (columns === 'full') return { phone: true, email: true, service: true, code: true };
  if (columns === 'no-contact') return { phone: false, email: false, service: true, code: true };
  if (columns === 'name-date-amount') return { phone: false, email: false, service: false, code: false };
  const present = difficulty === 'easy' ? 0.9 : 0.78;
  return {
    phone: random.chance(present),
    email: random.chance(present - 0.2),
    service: random.chance(present),
    code: random.chance(present - 0.3),
  };
}

/** Opens a front desk for one pair of files. */
export function openFrontDesk(desk: Desk): Scribe {
  const { random, difficulty, calendar, places, wordings } = desk;
  const hard = difficulty === 'hard';
  const columns = drawColumns(desk);
  const portalPhone = random.below(4);
  const posPhone = random.below(PHONE_FORMAT_COUNT);

  const draftOf = (patient: Patient): NameDraft => ({
    patient,
    title: '',
    first: patient.first,
    middle: '',
    last: patient.last,
    suffix: patient.suffix,
    lastFirst: false,
  });

  const slippedName = (patient: Patient, log: ErrorLog): string => {
    const name = draftOf(patient);
    for (const slip of NAME_SLIPS) {
      if (random.chance(hard ? slip.hard : slip.easy) && slip.apply(random, name)) note(log, slip.error);
    }
    return writeName(name);
  };

  const typedPhone = (patient: Patient, log: ErrorLog): string | undefined => {
    if (!columns.phone || random.chance(hard ? 0.2 : 0.08)) {
      note(log, 'phone-missing');
      return undefined;
    }
    let digits = patient.phone;
    if (random.chance(hard ? 0.07 : 0.02)) {
      digits = slipDigit(random, digits);
      note(log, 'phone-digit');
    } else if (random.chance(hard ? 0.06 : 0.02)) {
      digits = anotherPhone(random, digits);
      note(log, 'phone-changed');
    }
    const format = random.chance(hard ? 0.25 : 0.05) ? random.below(PHONE_FORMAT_COUNT) : posPhone;
    if (format !== portalPhone) note(log, 'phone-format');
    return formatPhone(digits, format);
  };

  const typedEmail = (patient: Patient, log: ErrorLog): string | undefined => {
    if (!columns.email || random.chance(hard ? 0.35 : 0.2)) {
      note(log, 'email-missing');
      return undefined;
    }
    if (random.chance(hard ? 0.06 : 0.02)) {
      note(log, 'email-typo');
      return slipMailbox(random, patient.email);
    }
    if (random.chance(hard ? 0.05 : 0.02)) {
      note(log, 'email-domain');
      return slipDomain(random, patient.email);
    }
    if (random.chance(hard ? 0.05 : 0.015)) {
      note(log, 'email-changed');
      return anotherEmail(random);
    }
    return patient.email;
  };

  const serviceOf = (line: PosLine, log: ErrorLog): string | undefined => {
    if (!columns.service || random.chance(hard ? 0.08 : 0.03)) {
      note(log, 'service-missing');
      return undefined;
    }
    if (line.kind === 'tender' && random.chance(0.6)) return random.pick(TENDER_LABELS[line.program]);
    const { product } = line.visit;
    if (random.chance(hard ? 0.25 : 0.5)) return product.name;
    note(log, 'service-wording');
    return random.chance(hard ? 0.35 : 0.15)
      ? wordings.generic(random, line.visit)
      : wordings.own(random, line.visit);
  };

  const codeOf = (line: PosLine, log: ErrorLog): string | undefined => {
    if (!columns.code || line.code === '') {
      note(log, 'reference-missing');
      return undefined;
    }
    if (!random.chance(hard ? 0.08 : 0.03)) return line.code;
    note(log, 'reference-typo');
    return slipDigitInCode(random, line.code);
  };

  return {
    habits: HABITS[difficulty],
    reward: (redemption, log) => {
      const { visit, lagDays } = redemption;
      const { patient } = visit;
      let date = calendar.date(visit.day + lagDays);
      if (lagDays < 0) note(log, 'date-before');
      else if (lagDays > 5) note(log, 'date-lag-long');
      else if (lagDays > 0) note(log, 'date-lag');
      if (random.chance(hard ? 0.008 : 0.002)) {
        date = slipDate(random, date);
        note(log, 'date-typo');
      }
      return {
        customerName: `${patient.first} ${patient.last}`,
        customerPhone: random.chance(0.04) ? undefined : formatPhone(patient.phone, portalPhone),
        customerEmail: random.chance(0.08) ? undefined : patient.email,
        service: visit.product.name,
        amountCents: redemption.rewardCents,
        date,
        location: places[visit.place],
        program: redemption.program,
        reference: redemption.code,
        type: 'redemption',
      };
    },
    pos: (line, log): Transaction => {
      const { visit } = line;
      let cents = line.cents;
      if (random.chance(hard ? 0.012 : 0.003)) {
        cents = slipCents(random, cents);
        note(log, 'amount-typo');
      }
      return {
        customerName: slippedName(visit.patient, log),
        customerPhone: typedPhone(visit.patient, log),
        customerEmail: typedEmail(visit.patient, log),
        service: serviceOf(line, log),
        amountCents: cents,
        date: calendar.date(visit.day + line.lateDays),
        provider: visit.provider,
        location: places[visit.place],
        reference: codeOf(line, log),
        invoiceId: `INV-${visit.invoice}`,
        type: line.type,
      };
    },
    dateOf: (day) => calendar.date(day),
    rewardId: (n) => `R-${100_001 + n}`,
    posId: (n) => `P-${500_001 + n}`,
  };
}

/** A code with one of its digits wrong. */
function slipDigitInCode(random: Random, code: string): string {
  const at = code.length - 1 - random.below(4);
  return code.slice(0, at) + random.below(10) + code.slice(at + 1);
}
