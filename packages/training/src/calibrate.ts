// Platt scaling: log-odds' = shift + scale × log-odds. A line, so that a sum of contributions stays a sum.

export interface Line {
  scale: number;
  shift: number;
}

const ROUNDS = 100;
const MAX_HALVINGS = 30;
const CONVERGED = 1e-9;

/**
 * Fits scale and shift by Newton's method on pairs the model has not seen. Labels are 0 or 1. A step that would not
 * lower the loss is halved: far from the answer, whole steps run away.
 */
export function fitCalibration(logOdds: Float64Array, labels: Uint8Array): Line {
  let line: Line = { scale: 1, shift: 0 };
  let loss = lossOf(line, logOdds, labels);
  for (let round = 0; round < ROUNDS; round++) {
    const step = newtonStep(line, logOdds, labels);
    let better: Line | undefined;
    for (let halving = 0; halving < MAX_HALVINGS && better === undefined; halving++) {
      const share = 0.5 ** halving;
      const tried = { scale: line.scale - share * step.scale, shift: line.shift - share * step.shift };
      if (lossOf(tried, logOdds, labels) < loss) better = tried;
    }
    if (better === undefined) break;
    const gained = loss - lossOf(better, logOdds, labels);
    line = better;
    loss -= gained;
    if (gained < CONVERGED) break;
  }
  return line;
}

/** Mean logistic loss, without overflow. */
function lossOf({ scale, shift }: Line, logOdds: Float64Array, labels: Uint8Array): number {
  let sum = 0;
  for (const [i, x] of logOdds.entries()) {
    const margin = (labels[i] === 1 ? 1 : -1) * (shift + scale * x);
    sum += margin > 0 ? Math.log1p(Math.exp(-margin)) : Math.log1p(Math.exp(margin)) - margin;
  }
  return sum / logOdds.length;
}

function newtonStep({ scale, shift }: Line, logOdds: Float64Array, labels: Uint8Array): Line {
  let gScale = 0;
  let gShift = 0;
  // A little curvature everywhere keeps the step finite where every pair is certain.
  let hScale = 1e-6;
  let hShift = 1e-6;
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
  return {
    scale: (hShift * gScale - hBoth * gShift) / determinant,
    shift: (hScale * gShift - hBoth * gScale) / determinant,
  };
}
