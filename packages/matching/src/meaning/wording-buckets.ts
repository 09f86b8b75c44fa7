// What the encoder reads of a service: hashed words, word pairs and letter runs. Counts are dropped: 40 units and 20 units of
// the same product mean the same product.

/** Hash buckets; bucket 0 is padding. */
export const BUCKETS = 4096;
/** A service says what it is in its first words; the rest of a long note is not read. */
export const MOST_BUCKETS = 160;

const SHORTEST_RUN = 3;
const LONGEST_RUN = 5;

/** The text as the encoder tells it from others: its words, with `#` for every number that stands alone. */
export const wordingOf = (text: string): string => text.replace(/(?<=^| )\d+(?:\.\d+)?(?= |$)/g, '#');

/**
 * Bucket ids (1 … BUCKETS) of a wording: each word, each word joined with the next one ("cool sculpting"), and the runs of 3 to 5
 * letters of each word between its boundaries. At most `MOST_BUCKETS`.
 */
export function bucketsOf(wording: string): number[] {
  const buckets: number[] = [];
  const words = wording.split(' ').filter((word) => word !== '');
  for (const [i, word] of words.entries()) {
    buckets.push(bucketOf(word));
    if (word === '#') continue;
    const next = words[i + 1];
    if (next !== undefined && next !== '#') buckets.push(bucketOf(word + next));
    const bounded = `<${word}>`;
    for (let length = SHORTEST_RUN; length <= LONGEST_RUN; length++) {
      for (let at = 0; at + length <= bounded.length; at++)
        buckets.push(bucketOf(`~${bounded.slice(at, at + length)}`));
    }
  }
  return buckets.slice(0, MOST_BUCKETS);
}

/** FNV-1a, its high bits folded down: the low ones alone are poorly mixed. */
function bucketOf(run: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < run.length; i++) hash = Math.imul(hash ^ run.charCodeAt(i), 0x01000193);
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  hash ^= hash >>> 13;
  return 1 + ((hash >>> 0) % BUCKETS);
}
