import { TransactionWire, transactionFromWire, transactionToWire } from './transaction.ts';

describe('a transaction on the wire', () => {
  it('carries dollars that become integer cents and come back unchanged', () => {
    const wire = TransactionWire.parse({ customer_name: 'Sarah Johnson', amount: 19.99, date: '2024-01-15' });
    const transaction = transactionFromWire(wire);
    expect(transaction.amountCents).toBe(1999);
    expect(transactionToWire(transaction)).toEqual(wire);
  });

  it.each([
    ['a negative amount', { amount: -1 }, 'amount'],
    ['a third decimal', { amount: 1.005 }, 'amount'],
    ['an amount that is not a number', { amount: '40' }, 'amount'],
    ['an unknown program', { amount: 1, program: 'brilliant' }, 'program'],
    ['a blank name', { amount: 1, customer_name: '  ' }, 'customer_name'],
  ])('refuses %s and names the field', (_case, body, field) => {
    const parsed = TransactionWire.safeParse(body);
    expect(parsed.success).toBe(false);
    expect(parsed.error?.issues.map((issue) => issue.path.join('.'))).toContain(field);
  });

  it('refuses a field it does not know', () => {
    expect(TransactionWire.safeParse({ amount: 1, ssn: '1' }).success).toBe(false);
  });

  it('names every wrong field at once', () => {
    const parsed = TransactionWire.safeParse({ amount: -1, program: 'x', type: 'y' });
    expect(parsed.error?.issues).toHaveLength(3);
  });
});
