/** The browser's cache storage, in memory: as much as the service worker asks of it. */

export class MemoryCache {
  readonly kept = new Map<string, Response>();

  async match(url: string): Promise<Response | undefined> {
    return this.kept.get(absolute(url))?.clone();
  }

  async put(url: string, response: Response): Promise<void> {
    this.kept.set(absolute(url), new Response(await response.arrayBuffer(), { headers: response.headers }));
  }

  async delete(url: string): Promise<boolean> {
    return this.kept.delete(absolute(url));
  }

  async keys(): Promise<{ url: string }[]> {
    return [...this.kept.keys()].map((url) => ({ url }));
  }
}

export class MemoryStorage {
  readonly caches = new Map<string, MemoryCache>();

  async open(name: string): Promise<MemoryCache> {
    const cache = this.caches.get(name) ?? new MemoryCache();
    this.caches.set(name, cache);
    return cache;
  }

  /** Paths of all that is kept. */
  get paths(): string[] {
    return [...this.caches.values()].flatMap(({ kept }) => [...kept.keys()]).map((url) => new URL(url).pathname).sort();
  }

  get asCaches(): CacheStorage {
    return this as unknown as CacheStorage;
  }
}

export const ORIGIN = "http://hall.test";
const absolute = (url: string): string => new URL(url, ORIGIN).href;
