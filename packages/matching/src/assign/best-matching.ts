// The heaviest one-to-one matching of a sparse bipartite graph, reward by reward: each new reward takes the best
// alternating path, which keeps the matching optimal for the rewards seen so far.

/** Edges `from[e] → to[e]` with weight > 0; nodes of each side are numbered from 0. */
export interface SparseGraph {
  rewards: number;
  pos: number;
  from: Int32Array;
  to: Int32Array;
  weight: Float64Array;
}

/** Smaller gains are rounding. */
const EPSILON = 1e-9;

/** The edge that carries each reward, or -1. Among equal matchings the earlier reward and edge win. */
export function heaviestMatching(graph: SparseGraph): Int32Array {
  return new Matching(graph).solve();
}

class Matching {
  private readonly edgesOf: Int32Array[];
  private readonly edgeOfReward: Int32Array;
  private readonly edgeOfPos: Int32Array;
  /** Gain of the best path found so far that frees this reward, and the edge by which its POS row is taken. */
  private readonly gain: Float64Array;
  private readonly takenBy: Int32Array;

  constructor(private readonly graph: SparseGraph) {
    this.edgesOf = groupEdges(graph);
    this.edgeOfReward = new Int32Array(graph.rewards).fill(-1);
    this.edgeOfPos = new Int32Array(graph.pos).fill(-1);
    this.gain = new Float64Array(graph.rewards);
    this.takenBy = new Int32Array(graph.rewards);
  }

  solve(): Int32Array {
    for (let reward = 0; reward < this.graph.rewards; reward++) this.insert(reward);
    return this.edgeOfReward;
  }

  /** Finds the best path from a new reward to a free POS row, or to a reward that is worth dropping. */
  private insert(reward: number): void {
    const { to, weight, from } = this.graph;
    this.gain.fill(Number.NEGATIVE_INFINITY);
    this.gain[reward] = 0;
    this.takenBy[reward] = -1;
    let bestGain = EPSILON;
    let lastEdge = -1;
    let dropped = -1;
    const queue = [reward];
    for (let head = 0; head < queue.length; head++) {
      const row = queue[head]!;
      for (const edge of this.edgesOf[row]!) {
        if (edge === this.edgeOfReward[row]) continue;
        const gain = this.gain[row]! + weight[edge]!;
        const held = this.edgeOfPos[to[edge]!]!;
        if (held === -1) {
          if (gain > bestGain + EPSILON) {
            bestGain = gain;
            lastEdge = edge;
            dropped = -1;
          }
          continue;
        }
        const loser = from[held]!;
        const gainWithout = gain - weight[held]!;
        if (gainWithout <= this.gain[loser]! + EPSILON) continue;
        this.gain[loser] = gainWithout;
        this.takenBy[loser] = edge;
        queue.push(loser);
        if (gainWithout > bestGain + EPSILON) {
          bestGain = gainWithout;
          lastEdge = edge;
          dropped = loser;
        }
      }
    }
    if (lastEdge !== -1) this.apply(lastEdge, dropped);
  }

  private apply(lastEdge: number, dropped: number): void {
    const { from, to } = this.graph;
    if (dropped !== -1) this.edgeOfReward[dropped] = -1;
    for (let edge = lastEdge; edge !== -1; ) {
      const row = from[edge]!;
      const previous = this.takenBy[row]!;
      this.edgeOfReward[row] = edge;
      this.edgeOfPos[to[edge]!] = edge;
      edge = previous;
    }
  }
}

function groupEdges(graph: SparseGraph): Int32Array[] {
  const lists: number[][] = Array.from({ length: graph.rewards }, () => []);
  for (let edge = 0; edge < graph.from.length; edge++) lists[graph.from[edge]!]!.push(edge);
  return lists.map((list) => Int32Array.from(list));
}
