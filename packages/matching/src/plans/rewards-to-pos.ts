// Everything that is particular to matching loyalty rewards with POS rows, declared once. The feature order, the model's
// manifest, the rows of an explanation, their labels and the table in docs/matching.md all follow from this file.
import * as keys from '../block/keys.ts';
import { describeAmount } from '../compare/describe-amount.ts';
import { describeCode } from '../compare/describe-code.ts';
import { describeContact } from '../compare/describe-contact.ts';
import { describeDate } from '../compare/describe-date.ts';
import { describeNames } from '../compare/describe-name.ts';
import { describePlace } from '../compare/describe-place.ts';
import { describeService } from '../compare/describe-service.ts';
import { AMOUNT_FEATURES, measureAmount } from '../compare/measure-amount.ts';
import { CODE_FEATURES, measureCode } from '../compare/measure-code.ts';
import { CONTACT_FEATURES, measureContact } from '../compare/measure-contact.ts';
import { DATE_FEATURES, measureDate } from '../compare/measure-date.ts';
import { measureNames, NAME_FEATURES } from '../compare/measure-name.ts';
import { measurePlace, PLACE_FEATURES } from '../compare/measure-place.ts';
import { measureService, SERVICE_FEATURES } from '../compare/measure-service.ts';
import type { MeetBy, WriteNameKeys } from '../domain.ts';
import { RIVAL_FEATURES } from '../score/rivals.ts';
import type { Plan } from './plan.ts';

/** Both sides write the same keys of their names. */
const names = (write: WriteNameKeys): MeetBy => ({ rewardName: write, posName: write, sameAmount: false });

export const rewardsToPos: Plan = {
  name: 'rewards-to-pos/1',
  blockOn: [
    {
      name: 'phone',
      meetBy: { columns: (_, side) => [side.phone] },
      isProof: true,
      windowDays: null,
      limit: 200,
    },
    {
      name: 'e-mail',
      meetBy: { columns: (_, side) => [side.email] },
      isProof: true,
      windowDays: null,
      limit: 200,
    },
    { name: 'code', meetBy: { columns: keys.codeColumns }, isProof: true, windowDays: null, limit: 200 },
    {
      name: 'digits of the code',
      meetBy: { columns: keys.codeDigitColumns },
      isProof: true,
      windowDays: null,
      limit: 200,
    },
    { name: 'two names', meetBy: names(keys.namePairKeys), isProof: false, windowDays: null, limit: 300 },
    {
      name: 'surname near the day',
      meetBy: { rewardName: keys.surnameKeys, posName: keys.anyTokenKeys, sameAmount: false },
      isProof: false,
      windowDays: { before: 7, after: 35 },
      limit: 500,
    },
    {
      name: 'given name and initial near the day',
      meetBy: names(keys.givenInitialKeys),
      isProof: false,
      windowDays: { before: 7, after: 21 },
      limit: 400,
    },
    {
      name: 'given name on the day',
      meetBy: names(keys.givenKeys),
      isProof: false,
      windowDays: { before: 2, after: 8 },
      limit: 300,
    },
    {
      name: 'given name and amount',
      meetBy: { ...names(keys.givenKeys), sameAmount: true },
      isProof: false,
      windowDays: { before: 14, after: 60 },
      limit: 400,
    },
    {
      name: 'amount and a first letter on the day',
      meetBy: { rewardName: keys.rewardInitialKeys, posName: keys.posInitialKeys, sameAmount: true },
      isProof: false,
      windowDays: { before: 1, after: 6 },
      limit: 400,
    },
    {
      name: 'rare amount',
      meetBy: { columns: (_, side) => [side.amount] },
      isProof: false,
      windowDays: null,
      limit: 16,
      onlyIfFew: true,
    },
    {
      name: 'rare given name and initial',
      meetBy: names(keys.givenInitialKeys),
      isProof: false,
      windowDays: null,
      limit: 12,
      onlyIfFew: true,
    },
    {
      name: 'rare surname and initial',
      meetBy: names(keys.initialSurnameKeys),
      isProof: false,
      windowDays: null,
      limit: 12,
      onlyIfFew: true,
    },
    {
      name: 'a quiet day',
      meetBy: { columns: keys.dayColumns },
      isProof: false,
      windowDays: null,
      limit: 12,
      onlyIfFew: true,
    },
  ],
  gate: {
    surname: 2,
    givenName: 2,
    initial: 1,
    letters: [
      { from: 0.85, points: 4 },
      { from: 0.65, points: 3 },
      { from: 0.5, points: 2 },
      { from: 0.38, points: 1 },
    ],
    amount: 1,
    rareAmount: 2,
    lag: { from: -2, to: 7, points: 1 },
    quietDay: 2,
    keepFrom: 4,
  },
  comparisons: [
    {
      name: 'name',
      label: 'Patient name',
      columns: ['customerName'],
      features: NAME_FEATURES,
      effort: 2,
      isVaried: true,
      measureOf: measureNames,
      describeOf: describeNames,
    },
    {
      name: 'contact',
      label: 'Phone and e-mail',
      columns: ['customerPhone', 'customerEmail'],
      features: CONTACT_FEATURES,
      effort: 1,
      measureOf: measureContact,
      describeOf: describeContact,
    },
    {
      name: 'amount',
      label: 'Amount',
      columns: ['amountCents'],
      features: AMOUNT_FEATURES,
      readsOf: (side) => [side.amount],
      measureOf: measureAmount,
      describeOf: describeAmount,
    },
    {
      name: 'date',
      label: 'Date',
      columns: ['date'],
      features: DATE_FEATURES,
      readsOf: (side) => [side.day],
      measureOf: measureDate,
      describeOf: describeDate,
    },
    {
      name: 'service',
      label: 'Service and program',
      columns: ['service', 'program'],
      features: SERVICE_FEATURES,
      readsOf: (side) => [side.service, side.program],
      measureOf: measureService,
      describeOf: describeService,
    },
    {
      name: 'code',
      label: 'Code',
      columns: ['reference', 'invoiceId'],
      features: CODE_FEATURES,
      measureOf: measureCode,
      describeOf: describeCode,
    },
    {
      name: 'place',
      label: 'Provider and location',
      columns: ['provider', 'location'],
      features: PLACE_FEATURES,
      readsOf: (side) => [side.provider, side.location],
      measureOf: measurePlace,
      describeOf: describePlace,
    },
  ],
  rivals: { name: 'rivals', label: 'Other candidates', features: RIVAL_FEATURES },
  held: { name: 'held', label: 'Held back' },
  assignment: {
    cutBelow: 0.05,
    tieWithinLogOdds: 0.2,
    largestGroup: 4,
    groupFromLogOdds: -1.5,
    doubtfulCeiling: 0.94,
  },
};
