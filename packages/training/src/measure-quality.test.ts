import { areaUnderCurve, calibrationError, measureQuality } from './measure-quality.ts';

const labels = Uint8Array.of(1, 1, 0, 0);

describe('quality', () => {
  it('counts what was claimed, what was right and what was missed', () => {
    const quality = measureQuality(Float64Array.of(0.9, 0.2, 0.8, 0.1), labels);
    expect(quality).toMatchObject({ precision: 0.5, recall: 0.5, f1: 0.5, pairs: 4 });
  });

  it('ranks: all true pairs first is 1, ties are half', () => {
    expect(areaUnderCurve(Float64Array.of(0.9, 0.8, 0.2, 0.1), labels)).toBe(1);
    expect(areaUnderCurve(Float64Array.of(0.5, 0.5, 0.5, 0.5), labels)).toBe(0.5);
  });

  it('ranks nothing where only one of the two is there', () => {
    expect(areaUnderCurve(Float64Array.of(0.9, 0.1), Uint8Array.of(1, 1))).toBeNaN();
    expect(areaUnderCurve(Float64Array.of(0.9, 0.1), Uint8Array.of(0, 0))).toBeNaN();
  });

  it('is well calibrated when what is promised comes true', () => {
    expect(calibrationError(Float64Array.of(1, 1, 0, 0), labels)).toBe(0);
    expect(calibrationError(Float64Array.of(0.5, 0.5, 0.5, 0.5), labels)).toBe(0);
    expect(calibrationError(Float64Array.of(0.9, 0.9, 0.9, 0.9), labels)).toBeCloseTo(0.4, 9);
  });
});
