// The loyalty files. No public header row of a redemption file was found: the labels follow each portal's balance
// report and checkout, and the importer says the same.
import { dollarMoney, nameParts, plainMoney, text, usDate } from './cell-formats.ts';
import type { CsvLayout } from './csv-layout.ts';

const alle: CsvLayout = {
  header: [
    'First Name',
    'Last Name',
    'Phone Number',
    'Email',
    'Treatment',
    'Points Redeemed',
    'Redemption Amount',
    'Redemption Date',
    'Authorization Code',
    'Location',
    'Status',
  ],
  cells: (row) => [
    ...nameParts(row),
    text(row.customerPhone),
    text(row.customerEmail),
    text(row.service),
    // 100 points are worth $10.
    `${row.amountCents / 10}`,
    dollarMoney(row),
    usDate(row),
    text(row.reference),
    text(row.location),
    'COMPLETED',
  ],
};

const aspire: CsvLayout = {
  header: [
    'Certificate Number',
    'Name',
    'Email Address',
    'Phone Number',
    'Certificate Short Description',
    'Certificate Amount',
    'Redemption Date',
    'Location',
    'Certificate Status',
  ],
  cells: (row) => [
    text(row.reference),
    text(row.customerName),
    text(row.customerEmail),
    text(row.customerPhone),
    text(row.service),
    dollarMoney(row),
    usDate(row),
    text(row.location),
    'Redeemed',
  ],
};

const evolus: CsvLayout = {
  header: [
    'Redemption ID',
    'Name',
    'Facility',
    'Phone Number',
    'Email Address',
    'Product Rewarded',
    'Reward Amount',
    'Redemption Date',
  ],
  cells: (row) => [
    text(row.transactionId),
    text(row.customerName),
    text(row.location),
    row.customerPhone ?? '-',
    row.customerEmail ?? '-',
    text(row.service),
    dollarMoney(row),
    usDate(row),
  ],
};

const xperience: CsvLayout = {
  header: [
    'Redemption Code',
    'Patient Name',
    'Patient Phone',
    'Patient Email',
    'Product',
    'Xperience Reward',
    'Redemption Date',
    'Practice',
  ],
  cells: (row) => [
    text(row.reference),
    text(row.customerName),
    text(row.customerPhone),
    text(row.customerEmail),
    text(row.service),
    plainMoney(row),
    usDate(row),
    text(row.location),
  ],
};

export const REWARD_LAYOUTS = { alle, aspire, evolus, xperience } satisfies Record<string, CsvLayout>;
