import { type Approval, approvalBound } from './approval-bound.ts';

/** 4,000 approvals of one kind: half at 0.99, half at 0.955, of which one in `wrong` was wrong. */
const approvals = (books: string, wrong: number): Approval[] =>
  Array.from({ length: 4000 }, (_, i) => ({
    books,
    difficulty: 'hard',
    probability: i < 2000 ? 0.99 : 0.955,
    isTrue: i < 2000 || i % wrong !== 0,
  }));

describe('the bound for approval', () => {
  it('is as low as 0.95 or the lowest pair above it when all were right', () => {
    expect(approvalBound(approvals('one', 100_000))).toBe(0.955);
  });

  it('rises above the pairs that went wrong too often', () => {
    expect(approvalBound(approvals('one', 20))).toBe(0.99);
  });

  it('is set by the worst kind of books', () => {
    expect(approvalBound([...approvals('good', 100_000), ...approvals('bad', 20)])).toBe(0.99);
  });

  it('counts what is approved already', () => {
    const some = approvals('one', 100).slice(0, 2060);
    expect(approvalBound(some)).toBe(0.955);
    const wrong = approvals('one', 400)
      .slice(2000)
      .map((approval) => ({ ...approval, isTrue: false }));
    expect(approvalBound(some, wrong)).toBe(0.998);
  });

  it('asks for more than luck: few approvals prove nothing', () => {
    expect(approvalBound([{ books: 'one', difficulty: 'hard', probability: 0.99, isTrue: true }])).toBe(
      0.998,
    );
  });
});
