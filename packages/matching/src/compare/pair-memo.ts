// Services, providers and places have few distinct values: each pair is compared once, within a bound.

const MAX_PAIRS = 1 << 18;

/** A symmetric function of two ids, remembered; once full it keeps what it has and computes the rest. */
export function pairMemo(compute: (a: number, b: number) => number): (a: number, b: number) => number {
  const known = new Map<number, number>();
  return (a, b) => {
    const key = a < b ? b * 0x4000000 + a : a * 0x4000000 + b;
    const found = known.get(key);
    if (found !== undefined) return found;
    const value = compute(a, b);
    if (known.size < MAX_PAIRS) known.set(key, value);
    return value;
  };
}
