// Why a reward and the POS do not agree, in codes.
import * as z from 'zod';

export const ExceptionCodeWire = z.enum([
  'POS_NOT_REDEEMED',
  'REDEEMED_NOT_IN_POS',
  'AMOUNT_DIFF',
  'NAME_MISMATCH',
  'HOUSEHOLD',
  'DATE_LAG',
  'DUPLICATE_REDEMPTION',
  'PARTIAL',
  'MULTI_CERT',
  'PARKED_BALANCE',
  'EXPIRED',
  'INELIGIBLE_PRODUCT',
  'REFUND_AFTER_REDEMPTION',
  'REIMBURSED_SHORT',
  'NOT_REIMBURSED',
  'WRONG_LOCATION',
  'WRONG_PROGRAM',
  'AMBIGUOUS',
]);
export type ExceptionCode = z.infer<typeof ExceptionCodeWire>;
