import type { Transaction } from '@medspasync/schemas';
import fc from 'fast-check';
import type { Feature, Measure, Records } from '../domain.ts';
import { normalise } from '../normalise/normalise.ts';
import { amountSlips } from './measure-amount.ts';
import { CODE_FEATURES, measureCode } from './measure-code.ts';
import { CONTACT_FEATURES, measureContact, phoneLevel } from './measure-contact.ts';
import { DATE_FEATURES, measureDate } from './measure-date.ts';
import { measureNames, NAME_FEATURES } from './measure-name.ts';
import { measurePlace, PLACE_FEATURES } from './measure-place.ts';
import { measureService, SERVICE_FEATURES } from './measure-service.ts';

type Values = Record<string, number>;

function measured(
  features: readonly Feature[],
  measureOf: (records: Records) => Measure,
  reward: Partial<Transaction>,
  pos: Partial<Transaction>,
): Values {
  const books = { rewards: [{ amountCents: 4000, ...reward }], pos: [{ amountCents: 4000, ...pos }] };
  const out = new Float32Array(features.length);
  measureOf(normalise(books))(0, 0, out, 0);
  return Object.fromEntries(features.map((feature, i) => [feature.name, out[i]!]));
}

const names = (a: string | undefined, b: string | undefined): Values =>
  measured(NAME_FEATURES, measureNames, { customerName: a }, { customerName: b });

describe('names', () => {
  it.each([
    ['Kate Wilson', 'Katherine Wilson', 5, 6],
    ['S. Johnson', 'Sarah Johnson', 2, 6],
    ['Sarah Jonson', 'Sarah Johnson', 6, 4],
    ['Jon Smyth', 'John Smith', 5, 3],
    ['Sarah Smith-Jones', 'Sarah Jones', 6, 6],
    ['Sarah Miller', 'Sarah Miller Johnson', 6, 6],
    ['Grace Ann Smith', 'Ann Smith', 6, 6],
    ['Katherine (Kate) Wilson', 'Kate Wilson', 6, 6],
  ])('%s and %s agree by level', (a, b, given, surname) => {
    expect(names(a, b)).toMatchObject({ given_level: given, surname_level: surname });
  });

  it('see through a swapped first and last name', () => {
    expect(names('Johnson Sarah', 'Sarah Johnson')).toMatchObject({
      given_level: 6,
      surname_level: 6,
      parts_swapped: 1,
    });
  });

  it('value a rare surname more than a common one', () => {
    const rare = names('Sarah Wojciechowski', 'Sarah Wojciechowski').surname_rarity!;
    expect(rare).toBeGreaterThan(names('Sarah Smith', 'Sarah Smith').surname_rarity! + 2);
  });

  it('say nothing when one is missing', () => {
    expect(Object.values(names('Sarah Johnson', undefined)).every(Number.isNaN)).toBe(true);
  });

  it('do not depend on which side has which', () => {
    const name = fc
      .array(
        fc.constantFrom(
          'sarah',
          'sara',
          'kate',
          'katherine',
          'lee',
          'smith',
          's',
          'o',
          'jones',
          'smith-jones',
        ),
        {
          minLength: 1,
          maxLength: 4,
        },
      )
      .map((words) => words.join(' '));
    fc.assert(
      fc.property(name, name, (a, b) => {
        expect(names(a, b)).toEqual(names(b, a));
      }),
    );
  });
});

describe('phones and e-mails', () => {
  it.each([
    ['5551234567', '5551234567', 3],
    ['5551234567', '5551234568', 2],
    ['5551234567', '5551243567', 2],
    ['2121234567', '5551234567', 2],
    ['5559994567', '5551234567', 1],
    ['5551234567', '4449876543', 0],
  ])('%s and %s agree by level %i', (a, b, level) => {
    // Equal numbers have one id.
    expect(phoneLevel(Uint8Array.from(a + b, Number), 0, a === b ? 0 : 1)).toBe(level);
  });

  it('say nothing when one is missing, and are told apart when both are there', () => {
    const values = measured(
      CONTACT_FEATURES,
      measureContact,
      { customerPhone: '(555) 123-4567', customerEmail: 'sarah@example.com' },
      { customerEmail: 'sarah@gmail.com' },
    );
    expect(values.phone_level).toBeNaN();
    expect(values.email_level).toBe(2);
  });
});

describe('amounts', () => {
  it.each([
    [4000, 4000, 0],
    [45000, 54000, 1],
    [45000, 4500, 1],
    [45000, 45100, 1],
    [45000, 12345, 2],
  ])('%i and %i cents are %i slips apart', (a, b, slips) => {
    expect(amountSlips(a, b)).toBe(slips);
    expect(amountSlips(b, a)).toBe(slips);
  });
});

describe('dates', () => {
  const dates = (a: string, b: string) => measured(DATE_FEATURES, measureDate, { date: a }, { date: b });

  it('have a direction: the reward after the visit, or before it', () => {
    expect(dates('2024-01-16', '2024-01-15').lag_days).toBe(1);
    expect(dates('2024-01-14', '2024-01-15').lag_days).toBe(-1);
  });

  it('forgive a swapped day and month, and last year in January', () => {
    expect(dates('2024-03-05', '2024-05-03').days_apart_if_mistyped).toBe(0);
    expect(dates('2023-01-04', '2024-01-03').days_apart_if_mistyped).toBeLessThan(2);
  });

  it('count the slips between dates too far apart to be a lag', () => {
    expect(dates('2024-01-15', '2024-01-13').date_slips).toBe(0);
    expect(dates('2024-09-25', '2084-09-25').date_slips).toBe(1);
    expect(dates('1974-05-12', '1947-05-12').date_slips).toBe(1);
    expect(dates('1974-05-12', '1947-05-22').date_slips).toBe(2);
    expect(dates('1974-05-12', '1988-11-30').date_slips).toBe(3);
  });

  it('say nothing but their slips when nobody can have meant them', () => {
    const ordinary = Array.from({ length: 60 }, (_, i) => ({
      amountCents: 100 + i,
      date: `2024-0${1 + (i % 6)}-1${i % 10}`,
    }));
    const records = normalise({
      rewards: [{ amountCents: 7, date: '2024-03-05' }],
      pos: [{ amountCents: 7, date: '2204-03-05' }, ...ordinary],
    });
    const out = new Float32Array(DATE_FEATURES.length);
    measureDate(records)(0, records.pos.distinctOf[0]!, out, 0);
    const value = (name: string) => out[DATE_FEATURES.findIndex((feature) => feature.name === name)];
    expect(value('lag_days')).toBeNaN();
    expect(value('days_apart')).toBeNaN();
    expect(value('date_slips')).toBe(1);
  });

  it('say more by agreeing the fewer rows are as near', () => {
    const busy = Array.from({ length: 200 }, () => ({ amountCents: 100, date: '2024-01-15' }));
    const measure = (pos: Transaction[]) => {
      const records = normalise({ rewards: [{ amountCents: 100, date: '2024-01-15' }], pos });
      const out = new Float32Array(DATE_FEATURES.length);
      measureDate(records)(0, 0, out, 0);
      return out[DATE_FEATURES.findIndex((feature) => feature.name === 'nearness_rarity')]!;
    };
    const quiet = busy.map((row, i) => ({ ...row, date: `20${10 + (i % 60)}-01-15` }));
    expect(measure([{ amountCents: 100, date: '2024-01-15' }, ...quiet])).toBeGreaterThan(
      measure(busy.map((row, i) => ({ ...row, amountCents: 100 + i }))),
    );
  });
});

describe('services, codes and places', () => {
  it('know which program a product belongs to', () => {
    const service = (a: Partial<Transaction>, b: Partial<Transaction>) =>
      measured(SERVICE_FEATURES, measureService, a, b);
    expect(service({ program: 'alle' }, { service: 'Botox 20u' }).program_level).toBe(1);
    expect(service({ program: 'alle' }, { service: 'Dysport' }).program_level).toBe(0);
    expect(service({ program: 'alle' }, { service: 'consult' }).program_level).toBeNaN();
  });

  it('find the digits of an authorization code', () => {
    const code = (a: string, b: string) =>
      measured(CODE_FEATURES, measureCode, { reference: a }, { reference: b });
    expect(code('AUTH-371725K', 'auth 371725k').code_level).toBe(3);
    expect(code('AUTH-371725K', '371725').code_level).toBe(2);
    expect(code('AUTH-371725K', 'AUTH-371735K').code_level).toBe(1);
    expect(code('AUTH-371725K', 'AUTH-999999Z').code_level).toBe(0);
  });

  it('take “Lee” and “Dr. Amanda Lee” for one provider', () => {
    const place = measured(PLACE_FEATURES, measurePlace, { provider: 'Lee' }, { provider: 'Dr. Amanda Lee' });
    expect(place.provider_similarity).toBeGreaterThan(0.8);
    expect(place.location_similarity).toBeNaN();
  });
});

describe('which side has which does not matter', () => {
  const oneOf = <T extends string>(...texts: T[]) => fc.constantFrom(undefined, ...texts);
  const measures: Record<
    string,
    [readonly Feature[], (records: Records) => Measure, fc.Arbitrary<Partial<Transaction>>]
  > = {
    'to phones and e-mails': [
      CONTACT_FEATURES,
      measureContact,
      fc.record({
        customerPhone: oneOf(
          '5551234567',
          '5551234568',
          '5551243567',
          '2121234567',
          '5559994567',
          '4449876543',
        ),
        customerEmail: oneOf('sarah@example.com', 'sarah@gmail.com', 'sara@example.com', 'j.smith@gmail.com'),
      }),
    ],
    'to codes': [
      CODE_FEATURES,
      measureCode,
      fc.record({
        reference: oneOf('AUTH-371725K', '371725', 'AUTH-371735K', 'XP-999999', 'ASP-1000011'),
        // A sale's invoice may be the code a reward names, and never the other way: rewards are on no invoice.
        invoiceId: oneOf('INV-1001', 'INV-1002'),
      }),
    ],
    'to services and programs': [
      SERVICE_FEATURES,
      measureService,
      fc.record({
        service: oneOf(
          'Botox 20u',
          'Botox Cosmetic',
          'onabotulinumtoxinA 40u',
          'Dysport',
          'Juvederm 1 syr',
          'consult',
          'Aspire Coupon',
        ),
        program: oneOf('alle', 'aspire', 'evolus', 'xperience'),
      }),
    ],
    'to providers and locations': [
      PLACE_FEATURES,
      measurePlace,
      fc.record({
        provider: oneOf('Lee', 'Dr. Amanda Lee', 'Amanda L.', 'Front Desk', 'Jamie R., NP'),
        location: oneOf('Westlake', 'West Lake Spa', 'Downtown', 'downtown'),
      }),
    ],
  };

  it.each(Object.keys(measures))('%s', (about) => {
    const [features, measureOf, row] = measures[about]!;
    fc.assert(
      fc.property(row, row, (a, b) => {
        expect(measured(features, measureOf, a, b)).toEqual(measured(features, measureOf, b, a));
      }),
      { numRuns: 300 },
    );
  });
});
