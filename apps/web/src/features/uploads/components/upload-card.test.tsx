// A file whose amounts could not be found: it asks for the column, and reads once it is told.
import type { MappedField, UploadResponseWire } from '@medspasync/schemas';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { Announcer } from '../../../lib/announcer.tsx';
import { RecognizedRows } from './recognized-rows.tsx';
import { UploadCard } from './upload-card.tsx';

const columnOf = (column: string, column_index: number, field: MappedField, samples: string[]) => ({
  column_index,
  column,
  field,
  confidence: field === 'ignore' ? 0 : 0.95,
  samples,
});

const WAITING: UploadResponseWire = {
  message: 'Choose the column that holds the amount.',
  filename: 'unknown.csv',
  upload_id: '0d4f6d0a-2b39-4a0e-93a5-7f2f7c6c3b01',
  side: 'reward',
  transactions_count: 0,
  transactions: [],
  total_amount: 0,
  is_preview: true,
  recognized: { new: 0, same: 0, changed: 0 },
  rows: [],
  mapping: {
    layout: 'guessed',
    layout_name: 'Best guess',
    confidence: 0,
    header_row: 1,
    encoding: 'utf-8',
    delimiter: ',',
    date_order: 'none',
    columns: [
      columnOf('Guest', 0, 'customer_name', ['Sarah Johnson']),
      columnOf('Given', 1, 'ignore', ['7', '9']),
    ],
  },
  skipped: [],
};

/** The server's reading with the amount in the second column. */
const READ: UploadResponseWire = {
  ...WAITING,
  message: '2 transactions read.',
  transactions_count: 2,
  transactions: [{ amount: 7 }, { amount: 9 }],
  total_amount: 16,
  recognized: { new: 1, same: 0, changed: 1 },
  rows: [
    { row: 2, recognition: 'new', changed_fields: [], repeats_code: true },
    { row: 3, recognition: 'changed', changed_fields: ['amount', 'customer_name'], repeats_code: false },
  ],
  mapping: {
    ...WAITING.mapping,
    confidence: 1,
    columns: [WAITING.mapping.columns[0]!, columnOf('Given', 1, 'amount', ['7', '9'])],
  },
};

/** Answers the correction with `answer` and keeps what was asked. */
function serve(answer: UploadResponseWire) {
  const asked: unknown[] = [];
  globalThis.fetch = (async (input: string | Request, init?: RequestInit) => {
    const request = new Request(input, init);
    if (request.method === 'PUT') asked.push(await request.json());
    return new Response(JSON.stringify(answer), { headers: { 'Content-Type': 'application/json' } });
  }) as typeof fetch;
  return asked;
}

function Slot({ read, beside }: { read: UploadResponseWire; beside: UploadResponseWire | undefined }) {
  const [upload, setUpload] = useState<UploadResponseWire | undefined>(read);
  return upload ? <UploadCard side="reward" upload={upload} beside={beside} onUpload={setUpload} /> : null;
}

function renderCard(read = WAITING, beside?: UploadResponseWire) {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Announcer>
        <Slot read={read} beside={beside} />
      </Announcer>
    </QueryClientProvider>,
  );
  return userEvent.setup();
}

const columnsButton = () => screen.getByRole('button', { name: /olumns/ });
const meaningOf = (column: string) => screen.getByLabelText(`Meaning of column ${column}`);
const apply = () => screen.getByRole('button', { name: 'Apply and read again' });

test('the card asks for the amount with its columns open, and claims no row was fine', () => {
  renderCard();
  expect(screen.getByText('Choose the column that holds the amount.')).toBeTruthy();
  expect(columnsButton().getAttribute('aria-expanded')).toBe('true');
  expect(screen.queryByText('No row was skipped.')).toBeNull();
  expect(screen.queryByText(/\$/)).toBeNull();
});

test('the free columns are marked until one of them is the amount', async () => {
  const user = renderCard();
  const row = meaningOf('Given').closest('tr')!;
  expect(row.className).toContain('warning');
  expect(meaningOf('Guest').closest('tr')!.className).not.toContain('warning');
  expect(screen.getByText('No column is set to Amount.')).toBeTruthy();
  await user.selectOptions(meaningOf('Given'), 'amount');
  expect(row.className).not.toContain('warning');
  expect(screen.queryByText('No column is set to Amount.')).toBeNull();
});

test('the chosen column is sent, the rows are announced, and the keyboard stays at the columns', async () => {
  const asked = serve(READ);
  const user = renderCard();
  await user.selectOptions(meaningOf('Given'), 'amount');
  await user.click(apply());
  await waitFor(() => expect(screen.getByTestId('announcer').textContent).toBe('Read again: 2 rows.'));
  expect(asked).toEqual([
    {
      columns: [
        { column_index: 0, field: 'customer_name' },
        { column_index: 1, field: 'amount' },
      ],
    },
  ]);
  expect(screen.queryByText('Choose the column that holds the amount.')).toBeNull();
  const card = screen.getByLabelText('Loyalty rewards');
  expect(within(card).getByText(/\$16\.00/)).toBeTruthy();
  expect(document.activeElement).toBe(columnsButton());
});

test('a correction that leaves the amount out is announced as still waiting', async () => {
  serve(WAITING);
  const user = renderCard();
  await user.selectOptions(meaningOf('Guest'), 'ignore');
  await user.click(apply());
  await waitFor(() =>
    expect(screen.getByTestId('announcer').textContent).toBe('Choose the column that holds the amount.'),
  );
});

describe('dates that could be read either way', () => {
  const withOrder = (filename: string, date_order: UploadResponseWire['mapping']['date_order']) => ({
    ...READ,
    filename,
    mapping: { ...READ.mapping, date_order },
  });
  const order = () => screen.getByLabelText<HTMLSelectElement>('Order of dates');

  test('are proposed day first where the other file is, with the reason, and read so once that is applied', async () => {
    const asked = serve(withOrder('rewards.csv', 'dmy'));
    const user = renderCard(withOrder('rewards.csv', 'ambiguous'), withOrder('till.csv', 'dmy'));
    expect(order().value).toBe('dmy');
    expect(screen.getByText(/In till\.csv the day comes first/)).toBeTruthy();
    await user.click(apply());
    await waitFor(() => expect(asked).toMatchObject([{ date_order: 'dmy' }]));
    await waitFor(() => expect(screen.queryByText(/do not say it/)).toBeNull());
  });

  test('stay uncertain where the other file is no help', () => {
    renderCard(withOrder('rewards.csv', 'ambiguous'), withOrder('till.csv', 'ymd'));
    expect(order().value).toBe('');
    expect(screen.getByText(/Month first is assumed, as in the United States/)).toBeTruthy();
  });

  test('follow what a person chooses, whatever the other file says', async () => {
    const asked = serve(withOrder('rewards.csv', 'mdy'));
    const user = renderCard(withOrder('rewards.csv', 'ambiguous'), withOrder('till.csv', 'dmy'));
    await user.selectOptions(order(), 'mdy');
    await user.click(apply());
    await waitFor(() => expect(asked).toMatchObject([{ date_order: 'mdy' }]));
  });
});

test('what is new, there already and changed is told before anything is written, changed rows with their fields', async () => {
  render(<RecognizedRows recognized={READ.recognized} rows={READ.rows} />);
  const counts = screen.getByLabelText('Against what was imported before');
  expect(
    within(counts)
      .getAllByRole('listitem')
      .map((item) => item.textContent),
  ).toEqual(['1 new', '0 imported before', '1 changed']);
  const changed = screen.getByLabelText('Changed rows');
  expect(changed.textContent).toBe('Row 3: Amount, Patient name');
  screen.getByText('1 row with a code the same patient has brought for the same amount');
  expect(screen.getByLabelText('Codes brought again').textContent).toMatch(
    /^Row 2: counted as another redemption/,
  );
});
