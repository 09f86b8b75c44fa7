// Front desk: the portal knows the patient as she signed up; the POS profile was typed between two phone calls.
// Slips of the fingers, pet names, initials, titles; tender lines with a code about half of the time.
import type { Transaction } from '@medspasync/schemas';
import type { Habits } from '../habits.ts';
import type { Patient } from '../population.ts';
import type { PosLine } from '../redemption.ts';
import {
  anotherEmail,
  anotherPhone,
  formatPhone,
  PHONE_FORMAT_COUNT,
  slipCode,
  slipDigit,
  slipDomain,
  slipMailbox,
} from '../slips/contact.ts';
import { slipCents, slipDate } from '../slips/money-and-days.ts';
import { TENDER_LABELS } from '../words/services.ts';
import { drawColumns, type FileColumns } from './file-columns.ts';
import { FRONT_DESK_NAME_SLIPS } from './front-desk-names.ts';
import { draftOf, slipName, writeName } from './name-draft.ts';
import { type Desk, type ErrorLog, note, type Scribe } from './scribe.ts';

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
    largeAmounts: 0.3,
    lag: { days: [62, 22, 8, 4, 2, 1], tail: 0.01, before: 0.005 },
    otherServices: 0.02,
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
    largeAmounts: 0.5,
    lag: { days: [44, 24, 14, 8, 5, 3, 2], tail: 0.04, before: 0.02 },
    otherServices: 0.05,
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

/** How often this spa's POS export has a column at all. */
const PRESENT: Readonly<Record<'easy' | 'hard', FileColumns<number>>> = {
  easy: { phone: 0.92, email: 0.7, service: 0.95, code: 0.6 },
  hard: { phone: 0.8, email: 0.5, service: 0.85, code: 0.4 },
};

/** Opens a front desk for one pair of files. */
export function openFrontDesk(desk: Desk): Scribe {
  const { random, difficulty, calendar, places, wordings } = desk;
  const hard = difficulty === 'hard';
  const columns = drawColumns(random, desk.columns, PRESENT[difficulty]);
  const tendersNameProgram = desk.columns === 'full' || random.chance(0.4);
  const portalPhone = random.below(4);
  const posPhone = random.below(PHONE_FORMAT_COUNT);

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
    return slipCode(random, line.code);
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
        transactionId: '',
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
        transactionId: '',
        customerName: writeName(slipName(desk, FRONT_DESK_NAME_SLIPS, draftOf(visit.patient), log)),
        customerPhone: typedPhone(visit.patient, log),
        customerEmail: typedEmail(visit.patient, log),
        service: serviceOf(line, log),
        amountCents: cents,
        date: calendar.date(visit.day + line.lateDays),
        provider: visit.provider,
        location: places[visit.place],
        program: tendersNameProgram && line.kind === 'tender' ? line.program : undefined,
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
