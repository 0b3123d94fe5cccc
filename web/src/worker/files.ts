/** The files of halls that were seen, kept within a budget. Their names tell their content: what is kept is never stale. */
import { namesIn } from "./kinds.js";
import { Ledger } from "./ledger.js";

const CACHE = "hallwright-files-1";
/** Where the ledger lies among the files; no address of the server. */
const LEDGER = "/.ledger";
const BUDGET = 48 * 1024 * 1024;
/** ms after which uses are written down: the worker may be ended at any time, and then only the order of leaving suffers. */
const WRITE_AFTER = 2_000;

export class Files {
  private ledger: Promise<Ledger> | null = null;
  private writing: Promise<void> | null = null;

  constructor(
    private readonly caches: CacheStorage,
    private readonly budget = BUDGET,
    private readonly writeAfter = WRITE_AFTER,
  ) {}

  async find(url: string): Promise<Response | undefined> {
    const kept = await (await this.open()).match(url, { ignoreVary: true });
    if (kept) (await this.read()).use(url, Date.now());
    return kept;
  }

  async keep(url: string, response: Response): Promise<void> {
    const body = await response.blob();
    if (body.size > this.budget) return;
    const type = response.headers.get("Content-Type") ?? "application/octet-stream";
    await (await this.open()).put(url, new Response(body, { headers: { "Content-Type": type } }));
    const ledger = await this.read();
    ledger.note(url, body.size, Date.now());
    for (const old of ledger.beyond(this.budget)) await this.drop(old);
    await this.write();
  }

  /** Drops the files of the hall at this address that its newest manifest does not name. */
  async follow(manifestUrl: string, manifest: string): Promise<void> {
    const folder = new URL(manifestUrl).pathname.replace(/^\/api\/v1/, "").replace(/manifest$/, "files/");
    const names = namesIn(manifest);
    const all = await (await this.open()).keys();
    for (const { url } of all) {
      const { pathname } = new URL(url);
      if (pathname.startsWith(folder) && !names.has(pathname.slice(folder.length))) await this.drop(url);
    }
  }

  /** Writes the ledger down a little later; of many calls in that time one. */
  write(): Promise<void> {
    this.writing ??= new Promise<void>((later) => setTimeout(later, this.writeAfter)).then(async () => {
      this.writing = null;
      await (await this.open()).put(LEDGER, new Response(String(await this.read())));
    });
    return this.writing;
  }

  private open(): Promise<Cache> {
    return this.caches.open(CACHE);
  }

  private async drop(url: string): Promise<void> {
    (await this.read()).forget(url);
    await (await this.open()).delete(url);
  }

  private read(): Promise<Ledger> {
    this.ledger ??= this.audit();
    return this.ledger;
  }

  /** The ledger as it was written down, and what was kept since then. */
  private async audit(): Promise<Ledger> {
    const cache = await this.open();
    const ledger = new Ledger(await (await cache.match(LEDGER))?.text());
    for (const { url } of await cache.keys()) {
      if (ledger.has(url) || new URL(url).pathname === LEDGER) continue;
      ledger.note(url, (await (await cache.match(url))?.blob())?.size ?? 0, 0);
    }
    return ledger;
  }
}
