/**
 * A network of sources (work) and sinks (who can do it), joined by links without limit. `sendFrom` pushes what it can of one
 * source, shifting earlier work among the sinks where that helps (Ford & Fulkerson 1956, shortest paths first), so the sum
 * sent is always the largest possible for the sources so far.
 */
export class AssignmentFlow {
  private readonly left: Float64Array;
  /** By source and sink: what flows there. */
  private readonly flow: Float64Array;
  private readonly sourcesOfSink: number[][];
  /** By sink the source from which the last search reached it, by source the sink that gives its work up; −1 for none. */
  private readonly reachedFrom: Int32Array;
  private readonly freedBy: Int32Array;

  constructor(
    private readonly links: readonly (readonly number[])[],
    capacity: ArrayLike<number>,
  ) {
    this.left = Float64Array.from(capacity);
    this.flow = new Float64Array(links.length * capacity.length);
    this.sourcesOfSink = Array.from(capacity, () => []);
    this.reachedFrom = new Int32Array(capacity.length);
    this.freedBy = new Int32Array(links.length);
    links.forEach((sinks, source) => {
      for (const sink of sinks) this.sourcesOfSink[sink]?.push(source);
    });
  }

  /** How much of `amount` finds a place. */
  sendFrom(source: number, amount: number): number {
    let sent = 0;
    while (amount - sent > tolerance) {
      const pushed = this.pushAlongShortestPath(source, amount - sent);
      if (pushed <= 0) break;
      sent += pushed;
    }
    return sent;
  }

  flowTo(source: number, sink: number): number {
    return this.flow[source * this.left.length + sink] ?? 0;
  }

  leftOf(sink: number): number {
    return this.left[sink] ?? 0;
  }

  private pushAlongShortestPath(source: number, most: number): number {
    const reachedFrom = this.reachedFrom.fill(-1);
    const freedBy = this.freedBy.fill(-1);
    const queue = [source];
    for (const from of queue) {
      for (const sink of this.links[from] ?? []) {
        if ((reachedFrom[sink] ?? 0) >= 0) continue;
        reachedFrom[sink] = from;
        if ((this.left[sink] ?? 0) > tolerance) return this.push(source, sink, most);
        for (const other of this.sourcesOfSink[sink] ?? []) {
          if (other === source || (freedBy[other] ?? 0) >= 0 || this.flowTo(other, sink) <= tolerance)
            continue;
          freedBy[other] = sink;
          queue.push(other);
        }
      }
    }
    return 0;
  }

  private push(source: number, last: number, most: number): number {
    const { reachedFrom, freedBy } = this;
    const path: { from: number; sink: number }[] = [];
    for (let sink = last; ; ) {
      const from = reachedFrom[sink] ?? 0;
      path.push({ from, sink });
      if (from === source) break;
      sink = freedBy[from] ?? 0;
    }
    let amount = Math.min(most, this.left[last] ?? 0);
    for (const { from } of path)
      if (from !== source) amount = Math.min(amount, this.flowTo(from, freedBy[from] ?? 0));
    for (const { from, sink } of path) {
      this.add(from, sink, amount);
      if (from !== source) this.add(from, freedBy[from] ?? 0, -amount);
    }
    this.left[last] = (this.left[last] ?? 0) - amount;
    return amount;
  }

  private add(source: number, sink: number, amount: number): void {
    const place = source * this.left.length + sink;
    this.flow[place] = (this.flow[place] ?? 0) + amount;
  }
}

const tolerance = 1e-9;
