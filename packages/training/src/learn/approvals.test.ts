import { possibleApprovals, raisedBounds } from './approvals.ts';

const BOUNDS = { approveFrom: 0.99, approveAgreeingFrom: 0.96 };

/** Approvals where amounts agree, of which the first `wrong` are none. */
const approvals = (count: number, wrong: number, probability: number) =>
  Array.from({ length: count }, (_, row) => ({
    row,
    probability,
    isTrue: row >= wrong,
    isAmountOpen: false,
  }));

describe('the bounds of approval after learning', () => {
  it('rise above held-out approvals that went wrong more often than luck explains', () => {
    const possible = [...approvals(900, 0, 0.995), ...approvals(100, 10, 0.97)];
    expect(raisedBounds(BOUNDS, possible)).toEqual({ approveFrom: 0.99, approveAgreeingFrom: 0.995 });
  });

  it('stay where one wrong approval is luck', () => {
    expect(raisedBounds(BOUNDS, [...approvals(400, 1, 0.97)])).toEqual(BOUNDS);
  });

  it('are never lowered, however many approvals were right', () => {
    expect(raisedBounds(BOUNDS, approvals(5000, 0, 0.951))).toEqual(BOUNDS);
    expect(raisedBounds(BOUNDS, [])).toEqual(BOUNDS);
  });
});

test('a pair may be approved where it leads all others of both its rows, and nothing else asks for a person', () => {
  const evidence = {
    candidates: { reward: Int32Array.of(0, 0, 1, 2, 3), pos: Int32Array.of(0, 1, 1, 2, 3) },
    labels: Uint8Array.of(1, 0, 1, 1, 1),
    askAlways: Uint8Array.of(0, 0, 0, 1, 0),
    openAmounts: Uint8Array.of(0, 0, 0, 0, 1),
  } as unknown as Parameters<typeof possibleApprovals>[0];
  const possible = possibleApprovals(evidence, Float64Array.of(6, 3, 4, 9, 5), 2);
  expect(possible.map(({ row }) => row)).toEqual([0, 4]);
  expect(possible.map(({ isAmountOpen }) => isAmountOpen)).toEqual([false, true]);
});
