// How a reconciliation goes, from two files to one, each step with a slip of what it looks like.
export interface Step {
  title: string;
  text: string;
  slip: ReadonlyArray<{ mark: Mark; text: string }>;
}

export type Mark = 'file' | 'arrow' | 'tick' | 'question' | 'dash';

export const STEPS: readonly Step[] = [
  {
    title: 'Drop two files',
    text: 'The rewards from your loyalty portal and the sales from your point of sale, as CSV or Excel, the way they were exported.',
    slip: [
      { mark: 'file', text: 'rewards-october.csv' },
      { mark: 'file', text: 'daily-sales.xlsx' },
    ],
  },
  {
    title: 'Check the columns',
    text: 'Columns, date order and money formats are recognized, with a confidence for each. Anything guessed wrong you correct in place.',
    slip: [
      { mark: 'arrow', text: 'Guest Name is the patient' },
      { mark: 'arrow', text: '10/05/2026 is October 5' },
      { mark: 'arrow', text: '(45.00) is a refund' },
    ],
  },
  {
    title: 'See every reward answered',
    text: 'Matched, missing or in doubt. Each answer is a sum you can read: what spoke for it, what spoke against it, and by how much.',
    slip: [
      { mark: 'tick', text: 'Matched' },
      { mark: 'question', text: 'In doubt: two visits that day' },
      { mark: 'dash', text: 'Missing from the portal' },
    ],
  },
  {
    title: 'Decide, and take it with you',
    text: 'Approve or reject what is in doubt; every decision can be undone. Then export the result as CSV, Excel or JSON.',
    slip: [
      { mark: 'tick', text: 'Approved, with undo' },
      { mark: 'file', text: 'matches.csv' },
    ],
  },
];
