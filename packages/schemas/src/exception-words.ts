// What the codes of exceptions mean, and what to do next.
import type { ExceptionCode } from './exceptions.ts';

/** A short name and the next step a front desk can take, for each code. */
export const EXCEPTIONS: Readonly<Record<ExceptionCode, { label: string; nextStep: string }>> = {
  POS_NOT_REDEEMED: {
    label: 'Discount given, not redeemed',
    nextStep: 'Redeem it in the portal while the claim window is open.',
  },
  REDEEMED_NOT_IN_POS: {
    label: 'Redeemed, not in the POS',
    nextStep: 'Post the reward as a tender on the patient’s invoice.',
  },
  AMOUNT_DIFF: { label: 'Amounts differ', nextStep: 'Correct the smaller side, or accept with a reason.' },
  NAME_MISMATCH: { label: 'Names differ', nextStep: 'Confirm it is the same patient.' },
  HOUSEHOLD: { label: 'Same household', nextStep: 'Confirm which family member was treated.' },
  DATE_LAG: { label: 'Dates apart', nextStep: 'Accept if the portal entry was made later.' },
  DUPLICATE_REDEMPTION: { label: 'Redeemed twice', nextStep: 'Void one redemption in the portal.' },
  PARTIAL: { label: 'Part of an invoice', nextStep: 'Check that the rest was paid.' },
  MULTI_CERT: { label: 'Several rewards on one invoice', nextStep: 'Check that the sum agrees.' },
  PARKED_BALANCE: {
    label: 'Put on the patient’s balance',
    nextStep: 'Link the visit at which it is used.',
  },
  EXPIRED: {
    label: 'Expired',
    nextStep: 'It can be redeemed no more: write it off with the reason.',
  },
  INELIGIBLE_PRODUCT: {
    label: 'Product not of this program',
    nextStep: 'Check the product; it may not be reimbursed.',
  },
  REFUND_AFTER_REDEMPTION: { label: 'Sale refunded', nextStep: 'Reverse the redemption in the portal.' },
  REIMBURSED_SHORT: {
    label: 'Paid back short',
    nextStep: 'Dispute the difference with the manufacturer.',
  },
  NOT_REIMBURSED: {
    label: 'Not paid back in time',
    nextStep: 'Ask the manufacturer for the payment.',
  },
  WRONG_LOCATION: { label: 'Other location', nextStep: 'Reassign to the location that treated.' },
  WRONG_PROGRAM: { label: 'Other program', nextStep: 'Check which program the patient used.' },
  AMBIGUOUS: { label: 'More than one candidate', nextStep: 'Choose the sale this reward belongs to.' },
};
