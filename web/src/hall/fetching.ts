/** Fetches published files: counts bytes, keeps the latest within a budget, never asks twice at once. */

export interface Fetched {
  readonly bytes: number;
  readonly requests: number;
}

export interface LibraryOptions {
  /** Address that the manifest's names are relative to, ending in a slash. */
  readonly base: string;
  /** Bytes kept in memory after use. */
  readonly budget: number;
  readonly fetch?: typeof fetch;
}

export class FetchError extends Error {
  constructor(readonly url: string, readonly status: number) {
    super(`${url}: ${status === 0 ? "no answer" : `status ${String(status)}`}`);
  }
}

const ATTEMPTS = 3;
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

export class Library {
  private readonly kept = new Map<string, ArrayBuffer>();
  private readonly coming = new Map<string, Promise<ArrayBuffer>>();
  private keptBytes = 0;
  private bytes = 0;
  private requests = 0;

  constructor(private readonly options: LibraryOptions) {}

  get counts(): Fetched {
    return { bytes: this.bytes, requests: this.requests };
  }

  /** Bytes held for files that may be wanted again. */
  get held(): number {
    return this.keptBytes;
  }

  /** The file of this name; raises FetchError after three attempts. */
  get(name: string): Promise<ArrayBuffer> {
    const kept = this.kept.get(name);
    if (kept) {
      this.keep(name, kept);
      return Promise.resolve(kept);
    }
    const coming = this.coming.get(name) ?? this.request(name);
    this.coming.set(name, coming);
    return coming;
  }

  private async request(name: string): Promise<ArrayBuffer> {
    try {
      const body = await this.attempt(name, 1);
      this.keep(name, body);
      return body;
    } finally {
      this.coming.delete(name);
    }
  }

  private async attempt(name: string, count: number): Promise<ArrayBuffer> {
    try {
      return await this.download(name);
    } catch (error) {
      const gone = error instanceof FetchError && error.status >= 400 && error.status < 500;
      if (gone || count >= ATTEMPTS) throw error;
      await pause(400 * 2 ** count);
      return this.attempt(name, count + 1);
    }
  }

  private async download(name: string): Promise<ArrayBuffer> {
    this.requests += 1;
    const ask = this.options.fetch ?? fetch;
    const response = await ask(this.options.base + name).catch(() => null);
    if (!response) throw new FetchError(name, 0);
    if (!response.ok) throw new FetchError(name, response.status);
    const body = await response.arrayBuffer();
    this.bytes += body.byteLength;
    return body;
  }

  /** Puts a file last in the row of those to forget, and forgets the first ones beyond the budget. */
  private keep(name: string, body: ArrayBuffer): void {
    if (this.kept.delete(name)) this.keptBytes -= body.byteLength;
    this.kept.set(name, body);
    this.keptBytes += body.byteLength;
    for (const [oldest, old] of this.kept) {
      if (this.keptBytes <= this.options.budget || oldest === name) break;
      this.kept.delete(oldest);
      this.keptBytes -= old.byteLength;
    }
  }
}
