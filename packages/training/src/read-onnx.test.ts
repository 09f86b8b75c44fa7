import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { currentModelDirectory } from '@medspasync/matching/node';
import { exportOnnx } from './export-onnx.ts';
import { readOnnx } from './read-onnx.ts';

test('the shipped model read and written again is the same file', () => {
  const bytes = readFileSync(join(currentModelDirectory(), 'model.onnx'));
  const { comparisons, rivals } = readOnnx(bytes, 0);
  expect(Buffer.from(exportOnnx(comparisons, rivals)).equals(bytes)).toBe(true);
});
