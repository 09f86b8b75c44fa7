// Portal clerk: the POS is clean and has the whole invoice; the portal side is keyed in later, in batches, by ear.
// Late and batched dates, day and month exchanged, phones taken down wrong, no codes in the POS.
import type { Habits } from '../habits.ts';
import type { Patient } from '../population.ts';
import { anotherPhone, formatPhone, slipDigit, slipDomain, slipMailbox } from '../slips/contact.ts';
import { swapDayAndMonth } from '../slips/money-and-days.ts';
import { TENDER_LABELS } from '../words/services.ts';
import { drawColumns, type FileColumns } from './file-columns.ts';
import { draftOf, slipName, writeName } from './name-draft.ts';
import { PORTAL_CLERK_NAME_SLIPS } from './portal-clerk-names.ts';
import { type Desk, type ErrorLog, note, type Scribe } from './scribe.ts';

const HABITS: Readonly<Record<'easy' | 'hard', Habits>> = {
  easy: {
    rewardsPerPatient: 1.3,
    population: {
      household: 0.1,
      sharedPhone: 0.6,
      namesake: 0.003,
      compoundSurname: 0.03,
      changedSurname: 0.45,
    },
    shapes: { tender: 15, invoice: 30, equal: 45, near: 6, partial: 2, split: 2 },
    largeAmounts: 0.6,
    lag: { days: [50, 20, 12, 8, 4, 3, 2, 1], tail: 0.015, before: 0.01 },
    otherServices: 0.15,
    multiCertificate: 0.008,
    missingInPos: 0.05,
    reversed: 0.004,
    duplicateReward: 0.01,
    duplicatePos: 0.002,
    ordinarySales: 0.5,
    leaks: 0.05,
    decoys: 0.04,
    codeInPos: 0,
  },
  hard: {
    rewardsPerPatient: 2,
    population: {
      household: 0.3,
      sharedPhone: 0.7,
      namesake: 0.012,
      compoundSurname: 0.08,
      changedSurname: 0.8,
    },
    shapes: { tender: 14, invoice: 36, equal: 24, near: 8, partial: 9, split: 9 },
    largeAmounts: 0.6,
    lag: { days: [28, 20, 15, 12, 9, 7, 5, 4], tail: 0.06, before: 0.03 },
    otherServices: 0.15,
    multiCertificate: 0.03,
    missingInPos: 0.1,
    reversed: 0.012,
    duplicateReward: 0.02,
    duplicatePos: 0.006,
    ordinarySales: 0.8,
    leaks: 0.1,
    decoys: 0.14,
    codeInPos: 0.03,
  },
};

const PRESENT: Readonly<Record<'easy' | 'hard', FileColumns<number>>> = {
  easy: { phone: 0.85, email: 0.6, service: 0.9, code: 0.3 },
  hard: { phone: 0.7, email: 0.45, service: 0.8, code: 0.3 },
};

/** Batches are keyed in on one weekday: every seventh day of the book, from the second on. */
const nextBatchDay = (day: number): number => day + ((9 - (((day % 7) + 7) % 7)) % 7);

/** Opens a portal clerk's desk for one pair of files. */
export function openPortalClerk(desk: Desk): Scribe {
  const { random, difficulty, calendar, places, wordings } = desk;
  const hard = difficulty === 'hard';
  const columns = drawColumns(random, desk.columns, PRESENT[difficulty]);
  const batches = random.chance(hard ? 0.4 : 0.15);
  const lastNameFirst = random.chance(0.3);

  const keyedPhone = (patient: Patient, log: ErrorLog): string | undefined => {
    if (!columns.phone || random.chance(hard ? 0.28 : 0.1)) {
      note(log, 'phone-missing');
      return undefined;
    }
    if (random.chance(hard ? 0.1 : 0.03)) {
      note(log, 'phone-digit');
      return formatPhone(slipDigit(random, patient.phone), 1);
    }
    if (random.chance(hard ? 0.08 : 0.02)) {
      note(log, 'phone-changed');
      return formatPhone(anotherPhone(random, patient.phone), 1);
    }
    return formatPhone(patient.phone, 1);
  };

  const keyedEmail = (patient: Patient, log: ErrorLog): string | undefined => {
    if (!columns.email || random.chance(hard ? 0.4 : 0.2)) {
      note(log, 'email-missing');
      return undefined;
    }
    if (random.chance(hard ? 0.08 : 0.03)) {
      note(log, 'email-typo');
      return slipMailbox(random, patient.email);
    }
    if (random.chance(hard ? 0.07 : 0.02)) {
      note(log, 'email-domain');
      return slipDomain(random, patient.email).toUpperCase();
    }
    return patient.email;
  };

  const keyedDate = (visitDay: number, lagDays: number, log: ErrorLog): string => {
    const day = batches ? nextBatchDay(visitDay + lagDays) : visitDay + lagDays;
    const lag = day - visitDay;
    if (lag < 0) note(log, 'date-before');
    else if (lag > 5) note(log, 'date-lag-long');
    else if (lag > 0) note(log, 'date-lag');
    const date = calendar.date(day);
    if (!random.chance(hard ? 0.025 : 0.005)) return date;
    const swapped = swapDayAndMonth(date);
    if (swapped !== date) note(log, 'date-day-month-swap');
    return swapped;
  };

  return {
    habits: HABITS[difficulty],
    reward: (redemption, log) => {
      const { visit } = redemption;
      const name = slipName(desk, PORTAL_CLERK_NAME_SLIPS, draftOf(visit.patient), log);
      const wrongPlace = places.length > 1 && random.chance(hard ? 0.04 : 0.01);
      if (wrongPlace) note(log, 'wrong-location');
      const wrongProgram = random.chance(hard ? 0.02 : 0.004);
      if (wrongProgram) note(log, 'program-wrong');
      return {
        transactionId: '',
        customerName: writeName(name),
        customerPhone: keyedPhone(visit.patient, log),
        customerEmail: keyedEmail(visit.patient, log),
        service: random.chance(0.85) ? visit.product.name : wordings.own(random, visit),
        amountCents: redemption.rewardCents,
        date: keyedDate(visit.day, redemption.lagDays, log),
        provider: random.chance(0.3) ? visit.provider : undefined,
        location: wrongPlace ? places[(visit.place + 1) % places.length] : places[visit.place],
        program: wrongProgram ? 'other' : redemption.program,
        reference: redemption.code,
        type: 'redemption',
      };
    },
    pos: (line, log) => {
      const { visit } = line;
      const { patient } = visit;
      let service: string | undefined;
      if (!columns.service) note(log, 'service-missing');
      else if (line.kind === 'tender') service = TENDER_LABELS[line.program][0];
      else {
        service = random.chance(0.35) ? visit.product.name : wordings.own(random, visit);
        if (service !== visit.product.name) note(log, 'service-wording');
      }
      if (!columns.code || line.code === '') note(log, 'reference-missing');
      return {
        transactionId: '',
        customerName: lastNameFirst
          ? `${patient.last}, ${patient.first}`
          : `${patient.first} ${patient.last}`,
        customerPhone: columns.phone ? formatPhone(patient.phone, 0) : undefined,
        customerEmail: columns.email ? patient.email : undefined,
        service,
        amountCents: line.cents,
        date: calendar.date(visit.day + line.lateDays),
        provider: visit.provider,
        location: places[visit.place],
        reference: columns.code && line.code !== '' ? line.code : undefined,
        invoiceId: `S${visit.invoice}`,
        type: line.type,
      };
    },
    dateOf: (day) => calendar.date(day),
    rewardId: (n) => `PORTAL-${n + 1}`,
    posId: (n) => String(88_000 + n),
  };
}
