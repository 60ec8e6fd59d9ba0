// Flows of whole units through a small network, one unit at a time (Ford and Fulkerson 1956, breadth first). Called by
// counting.ts. A unit that finds no way leaves behind what it reached: a cut.

/** Nodes are numbers; node 0 is the sink. */
export class Network {
  readonly #out: number[][] = [[]];
  readonly #to: number[] = [];
  /** What may still flow; arc a ^ 1 is the way back. */
  readonly #left: number[] = [];
  #seen = new Int32Array(0);
  #visit = 0;
  /** The arc by which each node was seen, and nodes in the order in which they were. */
  #by = new Int32Array(0);
  #queue = new Int32Array(0);

  node(): number {
    return this.#out.push([]) - 1;
  }

  arc(from: number, to: number, most: number): void {
    this.#out[from]!.push(this.#to.length);
    this.#out[to]!.push(this.#to.length + 1);
    this.#to.push(to, from);
    this.#left.push(most, 0);
  }

  /** One unit from a node to the sink; false when there is no way. */
  push(from: number): boolean {
    if (this.#seen.length < this.#out.length) {
      [this.#seen, this.#by, this.#queue] = [1, 2, 3].map(() => new Int32Array(this.#out.length)) as Lists;
      this.#visit = 0;
    }
    const visit = ++this.#visit;
    let count = 0;
    this.#queue[count++] = from;
    this.#seen[from] = visit;
    for (let i = 0; i < count; i++) {
      for (const arc of this.#out[this.#queue[i]!]!) {
        const to = this.#to[arc]!;
        if (this.#left[arc] === 0 || this.#seen[to] === visit) continue;
        this.#seen[to] = visit;
        this.#by[to] = arc;
        if (to === 0) return (this.#take(from), true);
        this.#queue[count++] = to;
      }
    }
    return false;
  }

  /** Whether the unit pushed last came by this node. */
  reached(node: number): boolean {
    return this.#seen[node] === this.#visit;
  }

  #take(from: number): void {
    for (let node = 0; node !== from;) {
      const arc = this.#by[node]!;
      this.#left[arc]!--;
      this.#left[arc ^ 1]!++;
      node = this.#to[arc ^ 1]!;
    }
  }
}

type Lists = [Int32Array<ArrayBuffer>, Int32Array<ArrayBuffer>, Int32Array<ArrayBuffer>];
