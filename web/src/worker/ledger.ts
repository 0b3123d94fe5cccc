/** What is kept and when it was used last, so that the budget goes to what was used lately. Pure. */

interface Entry {
  readonly bytes: number;
  /** ms since 1970. */
  readonly used: number;
}

export class Ledger {
  private readonly entries: Map<string, Entry>;

  /** `written` is what `toString` gave in an earlier life; nonsense gives an empty ledger. */
  constructor(written = "") {
    this.entries = new Map(read(written));
  }

  get bytes(): number {
    return [...this.entries.values()].reduce((sum, { bytes }) => sum + bytes, 0);
  }

  has(url: string): boolean {
    return this.entries.has(url);
  }

  note(url: string, bytes: number, now: number): void {
    this.entries.set(url, { bytes, used: now });
  }

  use(url: string, now: number): void {
    const entry = this.entries.get(url);
    if (entry) this.entries.set(url, { ...entry, used: now });
  }

  forget(url: string): void {
    this.entries.delete(url);
  }

  /** What must go for the rest to fit the budget, longest unused first. */
  beyond(budget: number): readonly string[] {
    const gone: string[] = [];
    let left = this.bytes;
    for (const [url, { bytes }] of [...this.entries].sort(([, a], [, b]) => a.used - b.used)) {
      if (left <= budget) break;
      gone.push(url);
      left -= bytes;
    }
    return gone;
  }

  toString(): string {
    return JSON.stringify([...this.entries].map(([url, { bytes, used }]) => [url, bytes, used]));
  }
}

function read(written: string): [string, Entry][] {
  try {
    const rows = JSON.parse(written) as unknown;
    return Array.isArray(rows) ? rows.flatMap(entry) : [];
  } catch {
    return [];
  }
}

function entry(row: unknown): [string, Entry][] {
  const [url, bytes, used] = Array.isArray(row) ? (row as unknown[]) : [];
  return typeof url === "string" && typeof bytes === "number" && typeof used === "number" ? [[url, { bytes, used }]] : [];
}
