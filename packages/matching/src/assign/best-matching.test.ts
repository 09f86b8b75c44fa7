import fc from 'fast-check';
import { heaviestMatching, type SparseGraph } from './best-matching.ts';

const graphs: fc.Arbitrary<SparseGraph> = fc
  .array(fc.record({ from: fc.nat(4), to: fc.nat(4), weight: fc.integer({ min: 1, max: 50 }) }), {
    maxLength: 12,
  })
  .map((edges) => ({
    rewards: 5,
    pos: 5,
    from: Int32Array.from(edges, (edge) => edge.from),
    to: Int32Array.from(edges, (edge) => edge.to),
    weight: Float64Array.from(edges, (edge) => edge.weight),
  }));

/** The heaviest of all matchings, by trying them. */
function heaviestByTrying(graph: SparseGraph, edge = 0, usedFrom = 0, usedTo = 0): number {
  if (edge === graph.from.length) return 0;
  const without = heaviestByTrying(graph, edge + 1, usedFrom, usedTo);
  const from = 1 << graph.from[edge]!;
  const to = 1 << graph.to[edge]!;
  if (usedFrom & from || usedTo & to) return without;
  const rest = heaviestByTrying(graph, edge + 1, usedFrom | from, usedTo | to);
  return Math.max(without, graph.weight[edge]! + rest);
}

describe('the heaviest matching', () => {
  it('is as heavy as the best of all matchings, and nobody is in it twice', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const chosen = [...heaviestMatching(graph)].filter((edge) => edge !== -1);
        const weight = chosen.reduce((sum, edge) => sum + graph.weight[edge]!, 0);
        expect(weight).toBeCloseTo(heaviestByTrying(graph), 6);
        expect(new Set(chosen.map((edge) => graph.from[edge])).size).toBe(chosen.length);
        expect(new Set(chosen.map((edge) => graph.to[edge])).size).toBe(chosen.length);
      }),
      { numRuns: 300 },
    );
  });
});
