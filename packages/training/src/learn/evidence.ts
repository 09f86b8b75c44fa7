// Labelled pairs as a small job of their own rows: measured in each other's company, with the rivals they have there. What
// is known of its candidates is the labels, and what they rule out: a redemption has one counterpart, so where both rows of a
// candidate belong to somebody else it is no match. People label strangers; these are the look-alikes that a job is full
// of, and without them a model forgets what it knows about them.
import {
  block,
  type Candidates,
  compare,
  featureMatrix,
  normalise,
  type Plan,
  pairFindings,
  type Records,
  type ServiceEncoder,
  understandNow,
} from '@medspasync/matching/stages';
import type { LabelledPair } from './labelled-pair.ts';

export interface Evidence {
  /** Labelled pairs first, then look-alikes, then those of which nothing is known: they are rivals only. */
  candidates: Candidates;
  rewardRows: number;
  posRows: number;
  width: number;
  /** Of every candidate. */
  features: Float32Array;
  /** Different pairs that were labelled. */
  labelled: number;
  /** Labelled pairs and look-alikes: the rows there are labels for. */
  known: number;
  /** Of the known rows. */
  labels: Uint8Array;
  matches: number;
  /** Of the known rows: 1 where the amounts are open, and where the engine asks a person whatever the probability. */
  openAmounts: Uint8Array;
  askAlways: Uint8Array;
}

/** A pair that was given twice counts once. */
export function evidenceOf(pairs: readonly LabelledPair[], plan: Plan, encoder: ServiceEncoder): Evidence {
  const books = { rewards: pairs.map(({ reward }) => reward), pos: pairs.map(({ pos }) => pos) };
  const records = understandNow(normalise(books), encoder);
  const known = knownPairs(pairs, records, plan);
  const { candidates, labels, labelled } = known;
  const compared = compare(records, candidates, plan.comparisons);
  const { width, features } = featureMatrix(compared);
  const found = pairFindings(records, compared, plan.comparisons);
  const asksAlways = (row: number): boolean =>
    found.doubtOf(row) !== null || found.codesOf(row).includes('HOUSEHOLD');
  const matches = labels.reduce((sum, label) => sum + label, 0);
  const { rewards, pos } = records;
  return {
    candidates,
    rewardRows: rewards.count,
    posRows: pos.count,
    width,
    features,
    labelled,
    known: labels.length,
    labels,
    matches,
    openAmounts: Uint8Array.from(labels, (_, row) => Number(found.isAmountOpen(row))),
    askAlways: Uint8Array.from(labels, (_, row) => Number(asksAlways(row))),
  };
}

function knownPairs(pairs: readonly LabelledPair[], records: Records, plan: Plan) {
  const { pos, rewards } = records;
  const keyOf = (reward: number, sale: number): number => reward * pos.count + sale;
  const labelOf = new Map<number, boolean>();
  const isTaken = { reward: new Uint8Array(rewards.count), pos: new Uint8Array(pos.count) };
  for (const [i, { isMatch }] of pairs.entries()) {
    const [reward, sale] = [rewards.distinctOf[i]!, pos.distinctOf[i]!];
    labelOf.set(keyOf(reward, sale), isMatch);
    if (isMatch) {
      isTaken.reward[reward] = 1;
      isTaken.pos[sale] = 1;
    }
  }
  const proposed = block(records, plan.blockOn, plan.gate);
  const lookAlikes: number[] = [];
  const unknown: number[] = [];
  for (let i = 0; i < proposed.count; i++) {
    const [reward, sale] = [proposed.reward[i]!, proposed.pos[i]!];
    const key = keyOf(reward, sale);
    if (labelOf.has(key)) continue;
    (isTaken.reward[reward] && isTaken.pos[sale] ? lookAlikes : unknown).push(key);
  }
  const keys = [...labelOf.keys(), ...lookAlikes, ...unknown];
  const candidates: Candidates = {
    ...proposed,
    count: keys.length,
    reward: Int32Array.from(keys, (key) => Math.floor(key / pos.count)),
    pos: Int32Array.from(keys, (key) => key % pos.count),
    rule: new Uint8Array(keys.length),
  };
  const labels = Uint8Array.from([...labelOf.values(), ...lookAlikes.map(() => false)], Number);
  return { candidates, labels, labelled: labelOf.size };
}

/** What a trainer takes: the features and labels of some known rows. */
export function rowsOf(evidence: Evidence, rows: readonly number[]) {
  const { width } = evidence;
  const features = new Float32Array(rows.length * width);
  for (const [i, row] of rows.entries()) {
    features.set(evidence.features.subarray(row * width, (row + 1) * width), i * width);
  }
  return {
    rows: rows.length,
    width,
    features,
    labels: Uint8Array.from(rows, (row) => evidence.labels[row]!),
  };
}

/** How many of the rows were labelled, and how many of those are matches. */
export function countsOf(
  { labelled, labels }: Evidence,
  rows: readonly number[],
): { labelled: number; matches: number; lookAlikes: number } {
  const own = rows.filter((row) => row < labelled);
  const matches = own.reduce((sum, row) => sum + labels[row]!, 0);
  return { labelled: own.length, matches, lookAlikes: rows.length - own.length };
}

export const allRows = ({ known }: Evidence): number[] => Array.from({ length: known }, (_, row) => row);
