// The picture of the first screen: one synthetic reward and the sale it belongs to. Its score adds up as in the product:
// a start and one share per comparison, in log-odds; the probability follows from the sum and is not typed in.

export interface Share {
  label: string;
  detail: string;
  logOdds: number;
}

export const REWARD = {
  source: 'Loyalty portal',
  rows: [
    ['Patient', 'Katherine Morrow'],
    ['Phone', '(555) 010-0142'],
    ['Posted', 'Oct 6'],
    ['Program', 'Evolus Rewards'],
    ['Amount', '$40.00'],
  ],
} as const;

export const SALE = {
  source: 'Point of sale',
  rows: [
    ['Patient', 'Morrow, Kate'],
    ['Phone', '555-010-0142'],
    ['Visit', 'Oct 5'],
    ['Service', 'Jeuveau, 40 units'],
    ['Amount', '$40.00 of $620.00'],
  ],
} as const;

export const START: Share = { label: 'Any two records', detail: 'Where every pair starts', logOdds: -5.5 };

export const SHARES: readonly Share[] = [
  { label: 'Patient name', detail: 'Kate is short for Katherine', logOdds: 3.2 },
  { label: 'Phone', detail: 'Same last ten digits', logOdds: 4.1 },
  { label: 'Amount', detail: 'The $40 loyalty line of a $620 invoice', logOdds: 1.6 },
  { label: 'Date', detail: 'Posted 1 day after the visit', logOdds: 0.9 },
  { label: 'Program', detail: 'Evolus pays for Jeuveau', logOdds: 0.7 },
];

export const TOTAL = SHARES.reduce((sum, { logOdds }) => sum + logOdds, START.logOdds);

/** The logistic function: from log-odds to a probability. */
export const PROBABILITY = 1 / (1 + Math.exp(-TOTAL));
