// What the comparisons measured in a pair, by feature name, for the rules that need a feature or two.
import type { Compared, Comparison } from '../domain.ts';

/** Value of one feature in one pair; NaN where a side is missing. */
export type FeatureOfPair = (pair: number) => number;

/** Finds a feature of the plan once, so that reading it from many pairs is an array access. */
export function featureReader(
  compared: Compared,
  comparisons: readonly Comparison[],
): (name: string) => FeatureOfPair {
  const places = placesOf(comparisons);
  return (name) => {
    const place = places.get(name);
    if (place === undefined) throw new Error(`the plan has no feature ${name}`);
    const { width, values, inputOf } = compared.inputs[place.comparison]!;
    return (pair) => values[inputOf[pair]! * width + place.at]!;
  };
}

type Places = ReadonlyMap<string, { comparison: number; at: number }>;

/** Kept by plan: single pairs ask again and again. */
const knownPlaces = new WeakMap<readonly Comparison[], Places>();

function placesOf(comparisons: readonly Comparison[]): Places {
  const known = knownPlaces.get(comparisons);
  if (known !== undefined) return known;
  const places: Places = new Map(
    comparisons.flatMap(({ features }, comparison) =>
      features.map(({ name }, at) => [name, { comparison, at }] as const),
    ),
  );
  knownPlaces.set(comparisons, places);
  return places;
}
