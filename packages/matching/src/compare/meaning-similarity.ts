// How alike two services are by the service encoder: the cosine of their vectors.

/**
 * Cosine in [-1, 1] of vectors `a` and `b` of `meaning`; NaN where either says nothing. The parts are whole numbers and summed
 * exactly, so the answer is the same on every machine.
 */
export function meaningSimilarity(meaning: Float32Array, width: number, a: number, b: number): number {
  let product = 0;
  let squaresA = 0;
  let squaresB = 0;
  for (let d = 0; d < width; d++) {
    const x = meaning[a * width + d]!;
    const y = meaning[b * width + d]!;
    product += x * y;
    squaresA += x * x;
    squaresB += y * y;
  }
  return squaresA === 0 || squaresB === 0 ? Number.NaN : product / Math.sqrt(squaresA * squaresB);
}
