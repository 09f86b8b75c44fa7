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
import { RIVAL_FEATURES } from '../score/rivals.ts';
import type { Plan } from './plan.ts';

export const rewardsToPos: Plan = {
  name: 'rewards-to-pos/1',
  blockOn: [
    {
      name: 'phone',
      meetBy: { columns: (_, side) => [side.phone] },
      isProof: true,
      isStrong: true,
      windowDays: null,
      limit: 200,
    },
    {
      name: 'e-mail',
      meetBy: { columns: (_, side) => [side.email] },
      isProof: true,
      isStrong: true,
      windowDays: null,
      limit: 200,
    },
    {
      name: 'code',
      meetBy: { columns: keys.codeColumns },
      isProof: true,
      isStrong: true,
      windowDays: null,
      limit: 200,
    },
    {
      name: 'digits of the code',
      meetBy: { columns: keys.codeDigitColumns },
      isProof: true,
      isStrong: true,
      windowDays: null,
      limit: 200,
    },
    {
      name: 'two names',
      meetBy: { name: keys.namePairKeys },
      isProof: false,
      isStrong: true,
      windowDays: { before: 30, after: 120 },
      limit: 300,
    },
    {
      name: 'two names and the amount',
      meetBy: { amountWith: { reward: keys.namePairKeys, pos: keys.namePairKeys } },
      isProof: false,
      windowDays: null,
      limit: 50,
    },
    {
      name: 'a name on the day',
      meetBy: { name: keys.nameKeys },
      isProof: false,
      windowDays: { before: 1, after: 5 },
      limit: 500,
    },
    {
      name: 'a name and an initial near the day',
      meetBy: { name: keys.nameAndInitialKeys },
      isProof: false,
      windowDays: { before: 7, after: 35 },
      limit: 400,
    },
    {
      name: 'two initials on the day',
      meetBy: { name: keys.twoInitialsKeys },
      isProof: false,
      windowDays: { before: 1, after: 3 },
      limit: 400,
    },
    {
      name: 'a name and the amount',
      meetBy: { amountWith: { reward: keys.nameKeys, pos: keys.nameKeys } },
      isProof: false,
      windowDays: { before: 14, after: 60 },
      limit: 400,
    },
    {
      name: 'a first letter and the amount on the day',
      meetBy: { amountWith: { reward: keys.rewardInitialKeys, pos: keys.posInitialKeys } },
      isProof: false,
      windowDays: { before: 3, after: 5 },
      limit: 400,
    },
    {
      name: 'a rare amount',
      meetBy: { columns: (_, side) => [side.amount] },
      isProof: false,
      windowDays: null,
      limit: 16,
      onlyIfFew: true,
    },
    {
      name: 'a rare name',
      meetBy: { name: keys.nameKeys },
      isProof: false,
      windowDays: null,
      limit: 12,
      onlyIfFew: true,
    },
    {
      name: 'a rare name and initial',
      meetBy: { name: keys.nameAndInitialKeys },
      isProof: false,
      windowDays: null,
      limit: 12,
      onlyIfFew: true,
    },
    {
      name: 'two initials and a rare amount',
      meetBy: { amountWith: { reward: keys.twoInitialsKeys, pos: keys.twoInitialsKeys } },
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
    {
      name: 'names known to belong together',
      meetBy: { name: keys.knownNameKeys },
      isProof: true,
      isStrong: true,
      windowDays: { before: 30, after: 120 },
      limit: 200,
    },
  ],
  // Weights of a logistic regression on the pairs these rules propose in books of all error processes, rounded; what speaks
  // against a pair is capped, since columns are filled in differently elsewhere.
  gate: {
    givenName: { equal: 0, alike: 0, initial: 0, firstLetter: -20, different: -35 },
    surname: { equal: 15, alike: 15, initial: 5, firstLetter: -5, different: -25 },
    crossed: 40,
    crossedLetter: 25,
    nameless: -58,
    letters: [
      { from: 0.85, points: 42 },
      { from: 0.65, points: 21 },
      { from: 0.5, points: 4 },
      { from: 0.38, points: -9 },
      { from: 0.25, points: -32 },
      { from: 0, points: -47 },
    ],
    amount: 33,
    rareAmount: 64,
    lags: [
      { from: -7, to: -3, points: -10 },
      { from: -2, to: -1, points: 16 },
      { from: 0, to: 0, points: 35 },
      { from: 1, to: 1, points: 23 },
      { from: 2, to: 2, points: 19 },
      { from: 3, to: 4, points: 12 },
      { from: 5, to: 7, points: 3 },
      { from: 8, to: 35, points: -20 },
    ],
    otherLag: -20,
    mistypedDay: 15,
    undated: 0,
    quietDay: 60,
    program: { agree: 4, differ: -30 },
    product: { agree: 18, differ: -20 },
    provider: { agree: 18, differ: -19 },
    location: { agree: 5, differ: -20 },
    decisive: { from: 125, proof: 30 },
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
      readsOf: ({ day, program }, { lagHabits }) =>
        Object.keys(lagHabits.ofProgram).length > 0 ? [day, program] : [day],
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
    approvalLeadLogOdds: 2,
    sureFromLogOdds: Math.log(0.95 / 0.05),
    largestGroup: 4,
    groupFromLogOdds: -1.5,
    doubtfulCeiling: 0.949,
  },
};
