// Rows that compete, directly or through others, belong to one component; the rest of the job does not concern them.

/** Component label of each node, by union–find with path halving. */
export class Components {
  private readonly parent: Int32Array;

  constructor(nodes: number) {
    this.parent = new Int32Array(nodes).map((_, i) => i);
  }

  join(a: number, b: number): void {
    const rootA = this.rootOf(a);
    const rootB = this.rootOf(b);
    // The smaller root wins, whatever the order of joins.
    if (rootA < rootB) this.parent[rootB] = rootA;
    else this.parent[rootA] = rootB;
  }

  rootOf(node: number): number {
    let at = node;
    while (this.parent[at] !== at) {
      this.parent[at] = this.parent[this.parent[at]!]!;
      at = this.parent[at]!;
    }
    return at;
  }
}
