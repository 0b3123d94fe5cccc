/** The viewer itself, kept whole: a page goes in last, when all that it names is there, so that versions never mix. */
import { assetsOf, PAGES } from "./kinds.js";

const CACHE = "hallwright-viewer-1";

export class Shell {
  constructor(
    private readonly caches: CacheStorage,
    private readonly ask: typeof fetch,
  ) {}

  async find(url: string): Promise<Response | undefined> {
    return (await this.open()).match(url, { ignoreVary: true });
  }

  /** The page of a path as it was last time, for any question behind its address. */
  page(path: string): Promise<Response | undefined> {
    return this.find(path);
  }

  async keep(url: string, response: Response): Promise<void> {
    await (await this.open()).put(url, response);
  }

  /** Keeps a page and what it names; a newer one takes the place of the old with all that no other page names. */
  async keepPage(path: string, page: Response): Promise<void> {
    const cache = await this.open();
    const text = await page.clone().text();
    if (text === (await (await this.page(path))?.text())) return;
    for (const name of assetsOf(text)) if (!(await cache.match(name))) await cache.put(name, await this.fetched(name));
    await cache.put(path, page);
    const pages = await Promise.all(PAGES.map(async (each) => (await this.page(each))?.text()));
    const names = pages.flatMap((each) => assetsOf(each ?? ""));
    for (const { url } of await cache.keys()) {
      const { pathname } = new URL(url);
      if (!PAGES.includes(pathname) && !names.includes(pathname)) await cache.delete(url);
    }
  }

  private async fetched(name: string): Promise<Response> {
    const response = await this.ask(name);
    if (!response.ok) throw new Error(`${name}: status ${String(response.status)}`);
    return response;
  }

  private open(): Promise<Cache> {
    return this.caches.open(CACHE);
  }
}
