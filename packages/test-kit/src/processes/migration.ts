// Migration: the POS took its client list from an older system years ago. Each patient has one filed identity there,
// wrong in the same way at every visit: maiden names, old numbers, the payer's name, pet names in parentheses.
import type { Transaction } from '@medspasync/schemas';
import type { ErrorType } from '../books.ts';
import type { Habits } from '../habits.ts';
import { plainLetters } from '../plain-letters.ts';
import type { Patient } from '../population.ts';
import type { Random } from '../random.ts';
import { anotherEmail, anotherPhone, formatPhone, slipDomain } from '../slips/contact.ts';
import { transposeLetters } from '../slips/keyboard.ts';
import { swapDayAndMonth } from '../slips/money-and-days.ts';
import { NICKNAMES } from '../words/nicknames.ts';
import { SUFFIXES } from '../words/people.ts';
import { PRODUCTS, TENDER_LABELS } from '../words/services.ts';
import { drawColumns, type FileColumns } from './file-columns.ts';
import { type Desk, type ErrorLog, note, type Scribe } from './scribe.ts';

const HABITS: Readonly<Record<'easy' | 'hard', Habits>> = {
  easy: {
    rewardsPerPatient: 2.2,
    population: {
      household: 0.18,
      sharedPhone: 0.6,
      namesake: 0.006,
      compoundSurname: 0.05,
      changedSurname: 0.3,
    },
    shapes: { tender: 30, invoice: 40, equal: 20, near: 5, partial: 2, split: 3 },
    largeAmounts: 0.3,
    lag: { days: [58, 20, 10, 6, 4, 2], tail: 0.01, before: 0.03 },
    otherServices: 0.02,
    multiCertificate: 0.015,
    missingInPos: 0.05,
    reversed: 0.006,
    duplicateReward: 0.005,
    duplicatePos: 0.008,
    ordinarySales: 0.4,
    leaks: 0.06,
    decoys: 0.06,
    codeInPos: 0.5,
  },
  hard: {
    rewardsPerPatient: 3,
    population: {
      household: 0.32,
      sharedPhone: 0.7,
      namesake: 0.02,
      compoundSurname: 0.09,
      changedSurname: 0.6,
    },
    shapes: { tender: 24, invoice: 36, equal: 12, near: 9, partial: 8, split: 11 },
    largeAmounts: 0.4,
    lag: { days: [40, 22, 14, 9, 7, 5, 3], tail: 0.05, before: 0.06 },
    otherServices: 0.04,
    multiCertificate: 0.04,
    missingInPos: 0.1,
    reversed: 0.015,
    duplicateReward: 0.012,
    duplicatePos: 0.015,
    ordinarySales: 0.7,
    leaks: 0.1,
    decoys: 0.2,
    codeInPos: 0.25,
  },
};

const PRESENT: Readonly<Record<'easy' | 'hard', FileColumns<number>>> = {
  easy: { phone: 0.85, email: 0.65, service: 0.9, code: 0.6 },
  hard: { phone: 0.65, email: 0.5, service: 0.8, code: 0.45 },
};

/** How the POS knows a patient. */
interface Filed {
  name: string;
  phone: string | undefined;
  email: string | undefined;
  errors: readonly ErrorType[];
}

/** The surname on file: current, former, or both in any order. */
function filedSurname(random: Random, patient: Patient, hard: boolean, errors: ErrorLog): string {
  if (patient.formerLast !== '' && random.chance(hard ? 0.3 : 0.08)) {
    errors.push('changed-surname');
    const both = [
      patient.formerLast,
      `${patient.last} ${patient.formerLast}`,
      `${patient.formerLast}-${patient.last}`,
    ];
    return both[random.weighted([6, 1, 2])]!;
  }
  const parts = patient.last.split(/[- ]/);
  if (parts.length > 1 && random.chance(0.5)) {
    errors.push('hyphenation');
    return random.chance(0.5) ? parts.join('') : parts[0]!.length > 3 ? parts[0]! : parts.join(' ');
  }
  return patient.last;
}

/** The given names on file. */
function filedGiven(random: Random, patient: Patient, hard: boolean, errors: ErrorLog): string {
  const forms = NICKNAMES.get(patient.first);
  if (forms !== undefined && random.chance(hard ? 0.22 : 0.08)) {
    errors.push('nickname');
    const form = random.pick(forms);
    return random.chance(0.3)
      ? `${patient.first} (${form})`
      : random.chance(0.2)
        ? `${patient.first} "${form}"`
        : form;
  }
  if (patient.middle !== '' && random.chance(hard ? 0.3 : 0.15)) {
    errors.push('middle-name');
    return random.chance(0.2)
      ? `${patient.first[0]}. ${patient.middle}`
      : `${patient.first} ${patient.middle[0]}`;
  }
  if (random.chance(hard ? 0.06 : 0.01)) {
    errors.push('initial');
    return patient.first[0]!;
  }
  if (random.chance(hard ? 0.08 : 0.02)) {
    const crossed = transposeLetters(random, patient.first);
    if (crossed !== patient.first) errors.push('transposed-letters');
    return crossed;
  }
  return patient.first;
}

/** Opens the migrated POS of one pair of files. */
export function openMigration(desk: Desk): Scribe {
  const { random, difficulty, calendar, places, wordings } = desk;
  const hard = difficulty === 'hard';
  const columns = drawColumns(random, desk.columns, PRESENT[difficulty]);
  const capitals = random.chance(0.5);
  const lastFirst = random.chance(0.6);
  const withoutAccents = random.chance(0.6);
  const endOfDayPosting = random.chance(0.25);
  const files = new Map<Patient, Filed>();

  const fileName = (patient: Patient, errors: ErrorLog): string => {
    const last = filedSurname(random, patient, hard, errors);
    const given = filedGiven(random, patient, hard, errors);
    const payer = random.chance(hard ? 0.012 : 0.002);
    if (payer) errors.push('household');
    const suffix = random.chance(0.02) ? ` ${random.pick(SUFFIXES)}` : '';
    if (suffix !== '') errors.push('suffix');
    const first = payer ? random.pick(['Mark', 'Steven', 'Daniel', 'Nancy', 'Paul', 'Rachel']) : given;
    const swapped = random.chance(hard ? 0.03 : 0.01);
    if (swapped) errors.push('name-swapped');
    const [front, back] = swapped ? [last, first] : [first, last];
    let name = lastFirst ? `${back}, ${front}${suffix}` : `${front} ${back}${suffix}`;
    if (lastFirst) errors.push('last-first-order');
    if (withoutAccents && plainLetters(name) !== name) {
      name = plainLetters(name);
      errors.push('accents-lost');
    }
    if (capitals) errors.push('case');
    return capitals ? name.toUpperCase() : name;
  };

  const filePhone = (patient: Patient, errors: ErrorLog): string | undefined => {
    if (!columns.phone || random.chance(hard ? 0.25 : 0.1)) {
      errors.push('phone-missing');
      return undefined;
    }
    if (random.chance(hard ? 0.14 : 0.04)) {
      errors.push('phone-changed');
      return formatPhone(anotherPhone(random, patient.phone), 3);
    }
    return formatPhone(patient.phone, 3);
  };

  const fileEmail = (patient: Patient, errors: ErrorLog): string | undefined => {
    if (!columns.email || random.chance(hard ? 0.4 : 0.2)) {
      errors.push('email-missing');
      return undefined;
    }
    if (random.chance(hard ? 0.1 : 0.03)) {
      errors.push('email-changed');
      return anotherEmail(random);
    }
    if (random.chance(hard ? 0.06 : 0.02)) {
      errors.push('email-domain');
      return slipDomain(random, patient.email);
    }
    return patient.email;
  };

  const filedOf = (patient: Patient): Filed => {
    const kept = files.get(patient);
    if (kept !== undefined) return kept;
    const errors: ErrorLog = [];
    const filed = {
      name: fileName(patient, errors),
      phone: filePhone(patient, errors),
      email: fileEmail(patient, errors),
      errors,
    };
    files.set(patient, filed);
    return filed;
  };

  return {
    habits: HABITS[difficulty],
    reward: ({ visit, rewardCents, lagDays, program, code }, log): Transaction => {
      const { patient } = visit;
      if (lagDays < 0) note(log, 'date-before');
      else if (lagDays > 5) note(log, 'date-lag-long');
      else if (lagDays > 0) note(log, 'date-lag');
      let service: string = visit.product.name;
      if (random.chance(hard ? 0.03 : 0.01)) {
        service = random.pick(PRODUCTS).name;
        if (service !== visit.product.name) note(log, 'service-wrong');
      }
      return {
        transactionId: '',
        customerName: `${patient.first} ${patient.last}`,
        customerPhone: columns.phone ? formatPhone(patient.phone, 0) : undefined,
        customerEmail: columns.email ? patient.email : undefined,
        service,
        amountCents: rewardCents,
        date: calendar.date(visit.day + lagDays),
        location: places[visit.place],
        program,
        reference: code,
        type: 'redemption',
      };
    },
    pos: ({ visit, program, cents, kind, code, lateDays, type }, log): Transaction => {
      const filed = filedOf(visit.patient);
      for (const error of filed.errors) note(log, error);
      let date = calendar.date(visit.day + lateDays + (endOfDayPosting && visit.minute > 1020 ? 1 : 0));
      if (random.chance(hard ? 0.012 : 0.003)) {
        const swapped = swapDayAndMonth(date);
        if (swapped !== date) note(log, 'date-day-month-swap');
        date = swapped;
      }
      const known = columns.service && random.chance(0.93);
      const wording = kind === 'tender' ? TENDER_LABELS[program][0]! : wordings.own(random, visit);
      note(log, known ? 'service-wording' : 'service-missing');
      if (!columns.code || code === '') note(log, 'reference-missing');
      return {
        transactionId: '',
        customerName: filed.name,
        customerPhone: filed.phone,
        customerEmail: filed.email,
        service: known ? wording : undefined,
        amountCents: cents,
        date,
        provider: visit.provider,
        location: places[visit.place],
        program: kind === 'tender' ? program : undefined,
        // The old system kept the digits only.
        reference: columns.code && code !== '' ? digitsOf(code) : undefined,
        invoiceId: String(visit.invoice),
        type,
      };
    },
    dateOf: (day) => calendar.date(day),
    rewardId: (n) => `M${n + 1}`,
    posId: (n) => `L-${n + 1}`,
  };
}

function digitsOf(code: string): string {
  let digits = '';
  for (const char of code) if (char >= '0' && char <= '9') digits += char;
  return digits;
}
