// How two treatments stand to each other: what training pulls together, pushes apart, or leaves alone.
import type { Treatment } from './knowledge/index.ts';

/** 'same', 'kind' of each other (a brand and the generic it hides behind, a product and its program's tender), 'apart', or open. */
export type Relation = 'same' | 'kind' | 'apart' | 'open';

export function relationOf(a: Treatment, b: Treatment): Relation {
  if (a.key === b.key) return 'same';
  if (a.isTender || b.isTender) return tenderRelation(a, b);
  if (a.family !== b.family) return areNeighbours(a, b) ? 'open' : 'apart';
  return a.isGeneric || b.isGeneric ? 'kind' : 'apart';
}

/** A tender says whose product was sold, and nothing of which. */
function tenderRelation(a: Treatment, b: Treatment): Relation {
  if (a.program === null || b.program === null) return 'open';
  if (a.program !== b.program) return 'apart';
  return 'kind';
}

/** Families people mix up in good faith. */
const NEIGHBOURS: readonly (readonly string[])[] = [
  ['filler', 'biostimulator', 'fat dissolving', 'dissolver', 'skin booster'],
  ['needling', 'rf needling', 'prp', 'tightening'],
  ['facial', 'exfoliation', 'peel'],
  ['light', 'resurfacing', 'hair removal'],
  ['skincare', 'sunscreen', 'prescription'],
  ['weight loss', 'shot', 'drip', 'hormones'],
  ['body contouring', 'fat dissolving', 'tightening', 'surgery'],
  ['gift card', 'fee', 'membership'],
];

const areNeighbours = (a: Treatment, b: Treatment): boolean =>
  NEIGHBOURS.some((families) => families.includes(a.family) && families.includes(b.family)) &&
  (a.isGeneric || b.isGeneric);
