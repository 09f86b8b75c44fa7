import { createRandom } from '@medspasync/test-kit';
import { fitCalibration } from './calibrate.ts';

describe('calibration', () => {
  it('finds by how much a model was too sure', () => {
    const random = createRandom(5);
    const truth = Float64Array.from({ length: 20_000 }, () => 8 * (random.next() - 0.5));
    const labels = Uint8Array.from(truth, (x) => Number(random.next() < 1 / (1 + Math.exp(-x))));
    const boasted = truth.map((x) => 2 * x + 1);
    const { scale, shift } = fitCalibration(boasted, labels);
    expect(scale).toBeCloseTo(0.5, 1);
    expect(shift).toBeCloseTo(-0.5, 1);
  });
});
