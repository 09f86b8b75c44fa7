// Which known export a header row belongs to.
import type { Layout } from '../providers/layout.ts';
import { LAYOUTS } from '../providers/registry.ts';
import { normalizeHeader } from '../table/header-names.ts';

/** The layout whose most demanding signature the header fulfils; undefined for an unknown export. */
export function recognizeLayout(header: readonly string[]): Layout | undefined {
  const names = new Set(header.map(normalizeHeader));
  let best: { layout: Layout; matched: number } | undefined;
  for (const layout of LAYOUTS) {
    for (const signature of layout.signatures) {
      const isComplete = signature.every((name) => names.has(normalizeHeader(name)));
      if (isComplete && signature.length > (best?.matched ?? 0)) best = { layout, matched: signature.length };
    }
  }
  return best?.layout;
}
