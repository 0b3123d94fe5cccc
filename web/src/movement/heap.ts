/** A binary heap of numbered squares, least cost first. */
export class Heap {
  private readonly squares: number[] = [];
  private readonly costs: number[] = [];

  get size(): number {
    return this.squares.length;
  }

  push(square: number, cost: number): void {
    let child = this.squares.length;
    this.squares.push(square);
    this.costs.push(cost);
    while (child > 0) {
      const parent = (child - 1) >> 1;
      if (this.cost(parent) <= cost) break;
      this.swap(child, parent);
      child = parent;
    }
  }

  /** The square of least cost; -1 when there is none. */
  pop(): number {
    const top = this.squares[0] ?? -1;
    const last = this.squares.length - 1;
    if (last < 0) return top;
    this.swap(0, last);
    this.squares.pop();
    this.costs.pop();
    this.sink();
    return top;
  }

  private sink(): void {
    let parent = 0;
    for (;;) {
      const left = parent * 2 + 1;
      if (left >= this.squares.length) return;
      const right = left + 1;
      const child = right < this.squares.length && this.cost(right) < this.cost(left) ? right : left;
      if (this.cost(parent) <= this.cost(child)) return;
      this.swap(parent, child);
      parent = child;
    }
  }

  private cost(index: number): number {
    return this.costs[index] ?? Infinity;
  }

  private swap(a: number, b: number): void {
    const square = this.squares[a] as number;
    const cost = this.costs[a] as number;
    this.squares[a] = this.squares[b] as number;
    this.costs[a] = this.costs[b] as number;
    this.squares[b] = square;
    this.costs[b] = cost;
  }
}
