import { render, screen } from '@testing-library/react';
import { LeftOutNotice } from './left-out-notice.tsx';

test('a run that left closed months out names each, and how many rows of it', () => {
  render(
    <LeftOutNotice
      leftOut={[
        { period: 'March 2026, Downtown', rewards: 12, pos: 1 },
        { period: 'April 2026', rewards: 1, pos: 0 },
      ]}
    />,
  );
  expect(screen.getAllByRole('listitem').map(({ textContent }) => textContent)).toEqual([
    'March 2026, Downtown: 12 rewards and 1 sale',
    'April 2026: 1 reward and 0 sales',
  ]);
});

test('a run that read every row says nothing', () => {
  const { container } = render(<LeftOutNotice leftOut={[]} />);
  expect(container.innerHTML).toBe('');
});
