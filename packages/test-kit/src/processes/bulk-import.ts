// Bulk import: both books went through other systems on the way. Columns are too narrow, all capitals, in the wrong
// character set, scanned from paper; fields are empty or hold placeholders, and whole columns are gone.
import type { Transaction } from '@medspasync/schemas';
import type { ErrorType } from '../books.ts';
import type { Habits } from '../habits.ts';
import { plainLetters } from '../plain-letters.ts';
import type { Patient } from '../population.ts';
import { formatPhone } from '../slips/contact.ts';
import { mojibake, questionMarks, truncate } from '../slips/encoding.ts';
import { misread, misreadDigit } from '../slips/scanning.ts';
import { TENDER_LABELS } from '../words/services.ts';
import { drawColumns, type FileColumns } from './file-columns.ts';
import { type Desk, type ErrorLog, note, type Scribe } from './scribe.ts';

const HABITS: Readonly<Record<'easy' | 'hard', Habits>> = {
  easy: {
    rewardsPerPatient: 1.8,
    population: {
      household: 0.15,
      sharedPhone: 0.4,
      namesake: 0.005,
      compoundSurname: 0.04,
      changedSurname: 0.1,
    },
    shapes: { tender: 60, invoice: 8, equal: 20, near: 7, partial: 2, split: 3 },
    largeAmounts: 0.3,
    lag: { days: [75, 15, 6, 3, 1], tail: 0.004, before: 0.01 },
    otherServices: 0.03,
    multiCertificate: 0.012,
    missingInPos: 0.03,
    reversed: 0.005,
    duplicateReward: 0.008,
    duplicatePos: 0.012,
    ordinarySales: 0.15,
    leaks: 0.05,
    decoys: 0.06,
    codeInPos: 0.3,
  },
  hard: {
    rewardsPerPatient: 2.2,
    population: {
      household: 0.22,
      sharedPhone: 0.55,
      namesake: 0.015,
      compoundSurname: 0.1,
      changedSurname: 0.2,
    },
    shapes: { tender: 44, invoice: 10, equal: 14, near: 13, partial: 8, split: 11 },
    largeAmounts: 0.4,
    lag: { days: [52, 20, 12, 8, 5, 3], tail: 0.03, before: 0.03 },
    otherServices: 0.05,
    multiCertificate: 0.03,
    missingInPos: 0.08,
    reversed: 0.012,
    duplicateReward: 0.015,
    duplicatePos: 0.025,
    ordinarySales: 0.3,
    leaks: 0.1,
    decoys: 0.18,
    codeInPos: 0.22,
  },
};

const PRESENT: Readonly<Record<'easy' | 'hard', FileColumns<number>>> = {
  easy: { phone: 0.75, email: 0.55, service: 0.8, code: 0.5 },
  hard: { phone: 0.55, email: 0.4, service: 0.65, code: 0.4 },
};

/** What one file's journey does to all of its text. */
interface Journey {
  charset: 'kept' | 'mojibake' | 'question-marks' | 'plain';
  upper: boolean;
  lower: boolean;
  lastFirst: boolean;
  nameWidth: number;
  initialOnly: 'never' | 'first' | 'last';
  /** Chance that one name is misread by the scanner. */
  scanned: number;
  /** Chance that a field of one row is empty or a placeholder. */
  holes: number;
  phoneFormat: number;
}

function drawJourney({ random, difficulty }: Desk, side: 'reward' | 'pos'): Journey {
  const hard = difficulty === 'hard';
  const charset = (['kept', 'mojibake', 'question-marks', 'plain'] as const)[
    random.weighted(hard ? [3, 3, 1, 4] : [6, 1, 0, 3])
  ]!;
  return {
    charset,
    upper: random.chance(hard ? 0.35 : 0.2),
    lower: random.chance(0.06),
    lastFirst: random.chance(0.35),
    nameWidth: random.chance(hard ? 0.35 : 0.12) ? random.pick([10, 12, 14, 15, 16, 18, 20]) : 80,
    initialOnly:
      hard && side === 'pos' ? (['never', 'first', 'last'] as const)[random.weighted([82, 10, 8])]! : 'never',
    scanned: random.chance(hard ? 0.55 : 0.2) ? (hard ? 0.32 : 0.12) : 0.02,
    holes: hard ? 0.06 + 0.12 * random.next() : 0.04,
    phoneFormat: random.below(5),
  };
}

/** A text after the journey, with what it lost on the way. */
function send(text: string, journey: Journey, log: ErrorLog): string {
  const lost = (error: ErrorType, after: string): string => {
    if (after !== sent) note(log, error);
    return after;
  };
  let sent = text;
  if (journey.charset === 'plain') sent = lost('accents-lost', plainLetters(sent));
  else if (journey.charset === 'mojibake') sent = lost('mojibake', mojibake(sent));
  else if (journey.charset === 'question-marks') sent = lost('mojibake', questionMarks(sent));
  if (journey.upper) sent = lost('case', sent.toUpperCase());
  else if (journey.lower) sent = lost('case', sent.toLowerCase());
  return sent;
}

const PHONE_PLACEHOLDERS = ['(555) 555-5555', '000-000-0000', '9999999999', '1111111111', 'N/A', '-'];
const EMAIL_PLACEHOLDERS = ['noemail@noemail.com', 'none@none.com', 'declined', 'N/A', 'na@na.com'];

/** Opens the import of one pair of files. */
export function openBulkImport(desk: Desk): Scribe {
  const { random, difficulty, calendar, places, wordings } = desk;
  const hard = difficulty === 'hard';
  const columns = drawColumns(random, desk.columns, PRESENT[difficulty]);
  const journeys = { reward: drawJourney(desk, 'reward'), pos: drawJourney(desk, 'pos') };
  const withTime = random.chance(0.4);
  const posLag = random.chance(hard ? 0.15 : 0.05) ? 1 : 0;

  const nameOf = (patient: Patient, journey: Journey, log: ErrorLog): string | undefined => {
    if (random.chance(hard ? 0.006 : 0.001)) {
      note(log, 'name-missing');
      return random.chance(0.5) ? 'Walk-in' : undefined;
    }
    let { first, last } = patient;
    if (random.chance(journey.scanned)) {
      const before = first + last;
      if (random.chance(0.6)) last = misread(random, last);
      else first = misread(random, first);
      if (random.chance(0.3)) last = misread(random, last);
      if (first + last !== before) note(log, 'ocr');
    }
    if (journey.initialOnly === 'first') first = first[0]!;
    else if (journey.initialOnly === 'last') last = last[0]!;
    if (journey.initialOnly !== 'never') note(log, 'initial');
    if (journey.lastFirst) note(log, 'last-first-order');
    const full = send(journey.lastFirst ? `${last}, ${first}` : `${first} ${last}`, journey, log);
    const cut = truncate(full, journey.nameWidth);
    if (cut !== full) note(log, 'truncated');
    return cut;
  };

  const phoneOf = (patient: Patient, journey: Journey, log: ErrorLog): string | undefined => {
    if (!columns.phone || random.chance(journey.holes)) {
      note(log, 'phone-missing');
      return columns.phone && random.chance(0.4) ? random.pick(PHONE_PLACEHOLDERS) : undefined;
    }
    let digits = patient.phone;
    if (random.chance(journey.scanned * 0.4)) {
      digits = misreadDigit(random, digits);
      note(log, 'phone-digit');
    } else if (random.chance(hard ? 0.03 : 0.005)) {
      note(log, 'phone-format');
      // A spreadsheet made a number of it, or the area code was left out.
      return random.chance(0.5) ? `${digits}.0` : digits.slice(3);
    }
    return formatPhone(digits, journey.phoneFormat);
  };

  const emailOf = (patient: Patient, journey: Journey, log: ErrorLog): string | undefined => {
    if (!columns.email || random.chance(journey.holes * 2)) {
      note(log, 'email-missing');
      return columns.email && random.chance(0.3) ? random.pick(EMAIL_PLACEHOLDERS) : undefined;
    }
    let { email } = patient;
    if (random.chance(journey.scanned * 0.4)) {
      email = misread(random, email);
      if (email !== patient.email) note(log, 'email-typo');
    }
    return journey.upper ? email.toUpperCase() : email;
  };

  const holed = (text: string, journey: Journey, log: ErrorLog): string | undefined => {
    if (columns.service && !random.chance(journey.holes)) return send(text, journey, log);
    note(log, 'service-missing');
    return undefined;
  };

  const dateOf = (day: number, minute: number, journey: Journey, log: ErrorLog): string | undefined => {
    if (hard && random.chance(journey.holes * 0.15)) {
      note(log, 'date-missing');
      return undefined;
    }
    if (!withTime) return calendar.date(day);
    const hours = String(Math.floor(minute / 60)).padStart(2, '0');
    return `${calendar.date(day)}T${hours}:${String(minute % 60).padStart(2, '0')}`;
  };

  return {
    habits: HABITS[difficulty],
    reward: ({ visit, rewardCents, lagDays, program, code }, log): Transaction => {
      if (lagDays < 0) note(log, 'date-before');
      else if (lagDays > 5) note(log, 'date-lag-long');
      else if (lagDays > 0) note(log, 'date-lag');
      return {
        transactionId: '',
        customerName: nameOf(visit.patient, journeys.reward, log),
        customerPhone: phoneOf(visit.patient, journeys.reward, log),
        customerEmail: emailOf(visit.patient, journeys.reward, log),
        service: holed(visit.product.name, journeys.reward, log),
        amountCents: rewardCents,
        date: dateOf(visit.day + lagDays, visit.minute, journeys.reward, log),
        location: random.chance(0.8) ? places[visit.place] : undefined,
        program,
        reference: columns.code ? code : undefined,
        type: 'redemption',
      };
    },
    pos: ({ visit, program, cents, kind, code, lateDays, type }, log): Transaction => {
      const wording = kind === 'tender' ? random.pick(TENDER_LABELS[program]) : wordings.own(random, visit);
      if (wording !== visit.product.name) note(log, 'service-wording');
      if (!columns.code || code === '') note(log, 'reference-missing');
      return {
        transactionId: '',
        customerName: nameOf(visit.patient, journeys.pos, log),
        customerPhone: phoneOf(visit.patient, journeys.pos, log),
        customerEmail: emailOf(visit.patient, journeys.pos, log),
        service: holed(wording, journeys.pos, log),
        amountCents: cents,
        date: dateOf(visit.day + lateDays + posLag, visit.minute + random.below(30), journeys.pos, log),
        provider: random.chance(0.5) ? visit.provider : undefined,
        location: random.chance(0.8) ? places[visit.place] : undefined,
        program: kind === 'tender' && random.chance(0.5) ? program : undefined,
        reference: columns.code && code !== '' ? code.replace('-', '').toLowerCase() : undefined,
        invoiceId: String(visit.invoice),
        type,
      };
    },
    dateOf: (day) => calendar.date(day),
    rewardId: (n) => `${7_000_000 + n}`,
    posId: (n) => `T${String(n + 1).padStart(8, '0')}`,
  };
}
