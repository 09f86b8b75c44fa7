// Registry: names as public record-linkage data has them. Lower case, several edits per record and up to three per
// field, fields lost, exchanged or replaced; amounts and days mostly kept. No titles, tenders or codes.
import type { Transaction } from '@medspasync/schemas';
import type { Habits } from '../habits.ts';
import type { Patient } from '../population.ts';
import type { Random } from '../random.ts';
import { respell } from '../slips/hearing.ts';
import { slipCents } from '../slips/money-and-days.ts';
import { editDate, editDigits, editLetters } from '../slips/registry-edits.ts';
import { misread } from '../slips/scanning.ts';
import { NICKNAMES } from '../words/nicknames.ts';
import { drawColumns, type FileColumns } from './file-columns.ts';
import { type Desk, type ErrorLog, note, type Scribe } from './scribe.ts';

const HABITS: Readonly<Record<'easy' | 'hard', Habits>> = {
  easy: {
    rewardsPerPatient: 1.05,
    population: {
      household: 0.03,
      sharedPhone: 0.2,
      namesake: 0.002,
      compoundSurname: 0.01,
      changedSurname: 0,
    },
    shapes: { tender: 5, invoice: 2, equal: 85, near: 5, partial: 2, split: 1 },
    largeAmounts: 0.8,
    lag: { days: [86, 9, 3, 1, 1], tail: 0.002, before: 0.04 },
    otherServices: 0.3,
    multiCertificate: 0,
    missingInPos: 0.02,
    reversed: 0,
    duplicateReward: 0,
    duplicatePos: 0,
    ordinarySales: 0.05,
    leaks: 0.01,
    decoys: 0.01,
    codeInPos: 0,
  },
  hard: {
    rewardsPerPatient: 1.1,
    population: {
      household: 0.06,
      sharedPhone: 0.3,
      namesake: 0.005,
      compoundSurname: 0.03,
      changedSurname: 0.05,
    },
    shapes: { tender: 10, invoice: 5, equal: 66, near: 10, partial: 5, split: 4 },
    largeAmounts: 0.7,
    lag: { days: [66, 18, 8, 4, 3, 1], tail: 0.01, before: 0.1 },
    otherServices: 0.3,
    multiCertificate: 0.004,
    missingInPos: 0.05,
    reversed: 0,
    duplicateReward: 0.002,
    duplicatePos: 0.002,
    ordinarySales: 0.1,
    leaks: 0.03,
    decoys: 0.04,
    codeInPos: 0,
  },
};

const PRESENT: Readonly<Record<'easy' | 'hard', FileColumns<number>>> = {
  easy: { phone: 0.6, email: 0.15, service: 0.45, code: 0 },
  hard: { phone: 0.5, email: 0.1, service: 0.4, code: 0 },
};

/** A record as a registry holds it: plain fields, any of which may be empty. */
interface RegistryRecord {
  first: string;
  last: string;
  phone: string;
  email: string;
  place: string;
}

const FIELDS = ['first', 'last', 'phone', 'place', 'email'] as const;
const FIELD_WEIGHTS = [30, 32, 18, 14, 6];
const MAX_EDITS_PER_FIELD = 3;

/** One more corruption of one name field. */
function corruptName(
  random: Random,
  record: RegistryRecord,
  field: 'first' | 'last',
  replacement: string,
  log: ErrorLog,
): void {
  const before = record[field];
  if (before === '') return;
  switch (random.weighted([46, 12, 11, 5, 8, 4, 6, 3, 5])) {
    case 0: {
      record[field] = editLetters(random, before);
      if (record[field].includes(' ') && !before.includes(' ')) note(log, 'name-spacing');
      else note(log, 'typo');
      return;
    }
    case 1:
      record[field] = respell(random, before).toLowerCase();
      if (record[field] !== before) note(log, 'phonetic');
      return;
    case 2:
      record[field] = misread(random, before);
      if (record[field] !== before) note(log, 'ocr');
      return;
    case 3:
      record[field] = '';
      note(log, 'name-part-missing');
      return;
    case 4:
      [record.first, record.last] = [record.last, record.first];
      note(log, 'name-swapped');
      return;
    case 5:
      record[field] = replacement.toLowerCase();
      note(log, 'name-replaced');
      return;
    case 6: {
      const given = before.charAt(0).toUpperCase() + before.slice(1);
      const forms = field === 'first' ? NICKNAMES.get(given) : undefined;
      record[field] = forms === undefined ? editLetters(random, before) : random.pick(forms).toLowerCase();
      note(log, forms === undefined ? 'typo' : 'nickname');
      return;
    }
    case 7:
      record[field] = before[0]!;
      note(log, 'initial');
      return;
    default: {
      const at = Math.min(before.length - 1, random.between(1, 4));
      record[field] = before.length > 3 ? before.slice(0, before.length - at) : before;
      if (record[field] !== before) note(log, 'truncated');
    }
  }
}

function corruptField(
  random: Random,
  record: RegistryRecord,
  field: (typeof FIELDS)[number],
  replacement: Patient,
  log: ErrorLog,
): void {
  if (field === 'first' || field === 'last') corruptName(random, record, field, replacement[field], log);
  else if (field === 'phone' && record.phone !== '') {
    const lost = random.chance(0.15);
    record.phone = lost ? '' : editDigits(random, record.phone);
    note(log, lost ? 'phone-missing' : 'phone-digit');
  } else if (field === 'email' && record.email !== '') {
    record.email = editLetters(random, record.email);
    note(log, 'email-typo');
  } else if (field === 'place') {
    record.place = random.chance(0.15) ? '' : editLetters(random, record.place);
    note(log, 'wrong-location');
  }
}

/** Registries differ in how carefully they keep days and amounts; half of them keep both. */
function drawColumnEdits(random: Random, hard: boolean): { date: number; amount: number; noDate: number } {
  const careless = random.chance(hard ? 0.6 : 0.4);
  const most = careless ? (hard ? 0.25 : 0.12) : hard ? 0.03 : 0.005;
  return { date: most * random.next(), amount: most * random.next(), noDate: 0.2 * most * random.next() };
}

/** Opens a registry for one pair of files: the reward side is the original, the POS side its corrupted copy. */
export function openRegistry(desk: Desk): Scribe {
  const { random, difficulty, calendar, places, wordings } = desk;
  const hard = difficulty === 'hard';
  const columns = drawColumns(random, desk.columns, PRESENT[difficulty]);
  const mostEdits = hard ? random.between(3, 6) : 2;
  const upper = random.chance(0.15);
  const edits = drawColumnEdits(random, hard);
  let lastSeen: Patient | undefined;

  const cased = (text: string): string | undefined => {
    if (text.trim() === '') return undefined;
    return upper ? text.toUpperCase() : text;
  };

  const recordOf = (patient: Patient, place: number): RegistryRecord => ({
    first: patient.first.toLowerCase(),
    last: patient.last.toLowerCase(),
    phone: columns.phone ? patient.phone : '',
    email: columns.email ? patient.email : '',
    place: places[place]!.toLowerCase(),
  });

  /** Originals lack fields too, as registries do. */
  const thin = (record: RegistryRecord, log: ErrorLog): void => {
    if (random.chance(hard ? 0.02 : 0.008)) {
      if (random.chance(0.5)) record.first = '';
      else record.last = '';
      note(log, 'name-part-missing');
    }
    if (random.chance(0.04)) record.phone = '';
  };

  const corrupt = (record: RegistryRecord, patient: Patient, log: ErrorLog): void => {
    const counts = [0, 0, 0, 0, 0];
    for (let left = random.below(mostEdits + 1); left > 0; left--) {
      const at = random.weighted(FIELD_WEIGHTS);
      if (++counts[at]! > MAX_EDITS_PER_FIELD) continue;
      corruptField(random, record, FIELDS[at]!, lastSeen ?? patient, log);
    }
    lastSeen = patient;
  };

  const missing = (log: ErrorLog): void => {
    if (!columns.phone) note(log, 'phone-missing');
    if (!columns.email) note(log, 'email-missing');
    if (!columns.service) note(log, 'service-missing');
  };

  return {
    habits: HABITS[difficulty],
    reward: ({ visit, rewardCents, lagDays, program }, log): Transaction => {
      const record = recordOf(visit.patient, visit.place);
      thin(record, log);
      if (lagDays < 0) note(log, 'date-before');
      else if (lagDays > 5) note(log, 'date-lag-long');
      else if (lagDays > 0) note(log, 'date-lag');
      return {
        transactionId: '',
        customerName: cased(`${record.first} ${record.last}`.trim()),
        customerPhone: cased(record.phone),
        customerEmail: cased(record.email),
        service: columns.service ? visit.product.name : undefined,
        amountCents: rewardCents,
        date: calendar.date(visit.day + lagDays),
        location: cased(record.place),
        program: columns.service ? program : undefined,
        type: 'redemption',
      };
    },
    pos: ({ visit, cents, lateDays, type }, log): Transaction => {
      const record = recordOf(visit.patient, visit.place);
      corrupt(record, visit.patient, log);
      missing(log);
      let amountCents = cents;
      if (random.chance(edits.amount)) {
        amountCents = slipCents(random, cents);
        note(log, 'amount-typo');
      }
      let date: string | undefined = calendar.date(visit.day + lateDays);
      if (random.chance(edits.date)) {
        date = editDate(random, date);
        if (random.chance(0.25)) date = editDate(random, date);
        note(log, 'date-typo');
      } else if (random.chance(edits.noDate)) {
        date = undefined;
        note(log, 'date-missing');
      }
      const service = columns.service && random.chance(0.95) ? wordings.own(random, visit) : undefined;
      if (service !== undefined && service !== visit.product.name) note(log, 'service-wording');
      const name = `${record.first} ${record.last}`.trim();
      if (name === '') note(log, 'name-missing');
      return {
        transactionId: '',
        customerName: cased(name),
        customerPhone: cased(record.phone),
        customerEmail: cased(record.email),
        service,
        amountCents,
        date,
        location: cased(record.place),
        type,
      };
    },
    dateOf: (day) => calendar.date(day),
    rewardId: (n) => `rec-${n}-org`,
    posId: (n) => `rec-${n}-dup`,
  };
}
