// Platt scaling: log-odds' = shift + scale × log-odds. A line, so that a sum of contributions stays a sum.

const ROUNDS = 50;

/** Fits scale and shift by Newton's method on pairs the model has not seen. Labels are 0 or 1. */
export function fitCalibration(logOdds: Float64Array, labels: Uint8Array): { scale: number; shift: number } {
  let scale = 1;
  let shift = 0;
  for (let round = 0; round < ROUNDS; round++) {
    let gScale = 0;
    let gShift = 0;
    let hScale = 1e-9;
    let hShift = 1e-9;
    let hBoth = 0;
    for (const [i, x] of logOdds.entries()) {
      const p = 1 / (1 + Math.exp(-(shift + scale * x)));
      const g = p - labels[i]!;
      const h = p * (1 - p);
      gScale += g * x;
      gShift += g;
      hScale += h * x * x;
      hShift += h;
      hBoth += h * x;
    }
    const determinant = hScale * hShift - hBoth * hBoth;
    if (determinant <= 0) break;
    const stepScale = (hShift * gScale - hBoth * gShift) / determinant;
    const stepShift = (hScale * gShift - hBoth * gScale) / determinant;
    scale -= stepScale;
    shift -= stepShift;
    if (Math.abs(stepScale) + Math.abs(stepShift) < 1e-9) break;
  }
  return { scale, shift };
}
