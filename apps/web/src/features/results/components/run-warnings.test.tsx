import { render, screen } from '@testing-library/react';
import { RunWarnings } from './run-warnings.tsx';

const RUN = { processing_time_ms: 900, transactions_per_second: 100, candidate_pairs: 40, stages: [] };
const drift = { overall: 1.4, comparisons: [] };

test('a run that passed rows over says of how many rewards, and what helps', () => {
  render(<RunWarnings performance={{ ...RUN, passed_over: 'Not all was looked at: 3 rewards share …' }} />);
  expect(screen.getByText('Some rows were passed over')).toBeTruthy();
  expect(screen.getByText(/3 rewards share/)).toBeTruthy();
});

test('a run that found codes redeemed twice says of how many rewards', () => {
  render(<RunWarnings performance={{ ...RUN, used_twice: 'Redeemed twice: 2 rewards …' }} />);
  expect(screen.getByText('Some codes were redeemed twice')).toBeTruthy();
  expect(screen.getByText(/2 rewards/)).toBeTruthy();
});

test('a run whose days seem to have been read as months says so', () => {
  render(<RunWarnings performance={{ ...RUN, date_order: 'Day and month seem exchanged …: 48 pairs …' }} />);
  expect(screen.getByText('Day and month may be exchanged')).toBeTruthy();
  expect(screen.getByText(/48 pairs/)).toBeTruthy();
});

test('files unlike those the model was taught on are named as such, with what follows', () => {
  const words = 'These files are unlike those …: only the surest matches are approved without a person.';
  render(<RunWarnings performance={{ ...RUN, drift: { ...drift, words } }} />);
  expect(screen.getByText(words)).toBeTruthy();
  expect(screen.queryByText('Some rows were passed over')).toBeNull();
});

test.each([
  ['looked at everything', { ...RUN, drift: { ...drift, overall: 0.2, words: null } }],
  ['is too old to say', null],
])('a run that %s says nothing', (_which, performance) => {
  const { container } = render(<RunWarnings performance={performance} />);
  expect(container.innerHTML).toBe('');
});
