import type { ResultRowWire } from '@medspasync/schemas';
import { decisionLabel } from './result-words.ts';

type Decision = NonNullable<ResultRowWire['decision']>;

const writeOff = (status?: 'pending' | 'approved'): Decision => ({
  decision_id: '7a1c7a8e-6f0e-4a55-9d0c-0b1f5d1f0a01',
  verdict: 'written_off',
  decided_by: 'Maria',
  decided_at: '2026-11-26T08:14:00.000Z',
  note: null,
  reason: 'expired',
  pos_transactions: [],
  difference: null,
  carried_from_job_id: null,
  approval: status ? { status, approved_by: null, approved_at: null } : null,
});

test('a write-off, or a pair with a sale of less, that waits for a second person is only proposed', () => {
  expect(decisionLabel(writeOff('pending'))).toBe('Write-off proposed');
  expect(decisionLabel(writeOff('approved'))).toBe('Written off');
  expect(decisionLabel(writeOff())).toBe('Written off');
  expect(decisionLabel({ ...writeOff('pending'), verdict: 're_paired' })).toBe('Pair proposed');
});
