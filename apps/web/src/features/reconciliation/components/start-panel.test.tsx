// Running waits for two files that have rows, and says what it waits for.
import type { UploadResponseWire } from '@medspasync/schemas';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen } from '@testing-library/react';
import { StartPanel } from './start-panel.tsx';

const uploadOf = (filename: string, transactions_count: number) =>
  ({ filename, transactions_count, upload_id: filename }) as UploadResponseWire;

function renderPanel(rewards?: UploadResponseWire, pos?: UploadResponseWire) {
  render(
    <QueryClientProvider client={new QueryClient()}>
      <StartPanel rewards={rewards} pos={pos} onStarted={() => {}} />
    </QueryClientProvider>,
  );
  const button = screen.getByRole<HTMLButtonElement>('button', { name: 'Run reconciliation' });
  const hint = document.getElementById(button.getAttribute('aria-describedby')!);
  return { isDisabled: button.disabled, hint: hint?.textContent };
}

test('one file is not enough', () => {
  expect(renderPanel(uploadOf('rewards.csv', 3))).toEqual({
    isDisabled: true,
    hint: 'Add both files to run.',
  });
});

test('a file without rows is named', () => {
  expect(renderPanel(uploadOf('rewards.csv', 0), uploadOf('pos.csv', 2))).toEqual({
    isDisabled: true,
    hint: 'Choose the amount column of rewards.csv to run.',
  });
});

test('two files without rows are named together', () => {
  expect(renderPanel(uploadOf('rewards.csv', 0), uploadOf('pos.csv', 0)).hint).toBe(
    'Choose the amount column of rewards.csv and pos.csv to run.',
  );
});

test('two files with rows can run', () => {
  expect(renderPanel(uploadOf('rewards.csv', 1), uploadOf('pos.csv', 1200))).toEqual({
    isDisabled: false,
    hint: '1 reward against 1,200 sales',
  });
});
