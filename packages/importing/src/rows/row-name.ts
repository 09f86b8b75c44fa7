// What a row without an id of its own is called. The name is a place in one file, so it recognizes nothing in the next.

/** `n` counts data rows from 1. */
export const rowName = (n: number): string => `row:${n}`;

/** Whether an id is such a name, and not the vendor's. */
export const isRowName = (transactionId: string): boolean => /^row:\d+$/.test(transactionId);
