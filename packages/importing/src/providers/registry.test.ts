import { MappedFieldWire } from '@medspasync/schemas';
import { LAYOUTS } from './registry.ts';

test('every layout has an id of its own and says where its header row comes from', () => {
  expect(new Set(LAYOUTS.map(({ id }) => id)).size).toBe(LAYOUTS.length);
  for (const layout of LAYOUTS) expect(layout.source).toMatch(/\w{4,}.*\.$/);
});

test('every transaction layout maps an amount, and every header of it to a field of the wire', () => {
  for (const layout of LAYOUTS) {
    if (layout.kind === 'snapshot') continue;
    const fields = Object.values(layout.columns);
    expect([layout.id, fields.includes('amount')]).toEqual([layout.id, true]);
    for (const field of fields) expect(MappedFieldWire.options).toContain(field);
  }
});
