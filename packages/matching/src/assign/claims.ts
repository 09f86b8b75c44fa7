// How good a claim each pair has on its rows: its log-odds, less what one glance at the two names takes away.
import { MISSING, type Records, type Scored } from '../domain.ts';

/** Of two sales that are equal otherwise, the one of the same generation (Jr, Sr) leads by so much. */
const OTHER_GENERATION = 4;

/** By pair. Probabilities stay what they are: this only decides who comes first. */
export function claimsOf({ rewards, pos, names }: Records, { candidates, logOdds }: Scored): Float64Array {
  if (!names.suffix.some((suffix) => suffix !== 0)) return logOdds;
  const generationOf = (name: number): number => (name === MISSING ? 0 : names.suffix[name]!);
  return logOdds.map((own, pair) => {
    const a = generationOf(rewards.name[candidates.reward[pair]!]!);
    const b = generationOf(pos.name[candidates.pos[pair]!]!);
    return a !== 0 && b !== 0 && a !== b ? own - OTHER_GENERATION : own;
  });
}
