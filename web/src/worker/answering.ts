/**
 * How requests are answered: what may change from the network as long as there is one, what never changes from here.
 * Whatever goes wrong with what is kept, the network answers as if there were no worker.
 */
import { Files } from "./files.js";
import { PAGES } from "./kinds.js";
import { Shell } from "./shell.js";

/** Says that an answer is from an earlier time; hall/finding.ts reads it. */
export const KEPT = "X-Hallwright-Kept";

const HALLS = "hallwright-halls-1";
/** ms that the network may take to begin an answer before the last one will do. */
const PATIENCE = 5_000;
/** A proxy says these of a server that is away. */
const AWAY: readonly number[] = [502, 504];

/** Lets something go on after the answer. */
export type Later = (work: Promise<unknown>) => void;

export class Answers {
  private readonly shell: Shell;
  private readonly files: Files;

  constructor(
    private readonly caches: CacheStorage,
    private readonly ask: typeof fetch,
    private readonly patience = PATIENCE,
    files = new Files(caches),
  ) {
    this.shell = new Shell(caches, ask);
    this.files = files;
  }

  /** Fetches the viewer's pages and all that they name. */
  async install(): Promise<void> {
    for (const path of PAGES) {
      const page = await this.ask(path);
      if (page.ok) await this.shell.keepPage(path, page);
    }
  }

  /** A page of the viewer; `early` is the browser's own request for it, sent while the worker started. */
  async page(request: Request, early: Promise<Response | undefined>, later: Later): Promise<Response> {
    const path = new URL(request.url).pathname;
    const network = early.then((response) => response ?? this.ask(request));
    const response = await this.inTime(network);
    if (response?.ok) later(this.shell.keepPage(path, response.clone()));
    if (response && !AWAY.includes(response.status)) return response;
    return (await quietly(this.shell.page(path))) ?? network;
  }

  /** The list of venues, or a manifest: as it is now, else as it was. What has not changed does not come over the wire again. */
  async latest(request: Request, later: Later): Promise<Response> {
    const { url } = request;
    const kept = await quietly(this.recall(url));
    const tag = kept?.headers.get("ETag");
    const network = this.ask(tag ? new Request(request, { headers: { "If-None-Match": tag } }) : request);
    const response = await this.inTime(network);
    if (kept && response?.status === 304) return undated(kept);
    if (response?.ok) later(this.remember(url, response.clone()));
    if (response && !AWAY.includes(response.status)) return response;
    return kept ?? network;
  }

  async asset(request: Request, later: Later): Promise<Response> {
    const kept = await quietly(this.shell.find(request.url));
    if (kept) return kept;
    const response = await this.ask(request);
    if (response.status === 200) later(this.shell.keep(request.url, response.clone()));
    return response;
  }

  async file(request: Request, later: Later): Promise<Response> {
    const kept = await quietly(this.files.find(request.url));
    if (kept) later(this.files.write());
    if (kept) return kept;
    const response = await this.ask(request);
    if (response.status === 200) later(this.files.keep(request.url, response.clone()));
    return response;
  }

  /** Keeps a file that the page loaded before there was a worker; the browser has it still. */
  async keep(url: string): Promise<void> {
    if (await this.files.find(url)) return;
    const response = await this.ask(url);
    if (response.status === 200) await this.files.keep(url, response);
  }

  /** Keeps the list of venues or a manifest that the page loaded before there was a worker. */
  async keepLatest(url: string): Promise<void> {
    if (await this.recall(url)) return;
    const response = await this.ask(url);
    if (response.ok) await this.remember(url, response);
  }

  private async remember(url: string, response: Response): Promise<void> {
    const text = await response.text();
    const tag = response.headers.get("ETag");
    const headers = { "Content-Type": "application/json", [KEPT]: String(Date.now()), ...(tag ? { ETag: tag } : {}) };
    await (await this.caches.open(HALLS)).put(url, new Response(text, { headers }));
    if (url.endsWith("/manifest")) await this.files.follow(url, text);
  }

  private async recall(url: string): Promise<Response | undefined> {
    return (await this.caches.open(HALLS)).match(url);
  }

  /** The answer, or null when none begins in time. */
  private async inTime(network: Promise<Response>): Promise<Response | null> {
    const late = new Promise<null>((resolve) => setTimeout(() => resolve(null), this.patience));
    return Promise.race([network.catch(() => null), late]);
  }
}

/** A kept answer that is so now. */
function undated(kept: Response): Response {
  const headers = new Headers(kept.headers);
  headers.delete(KEPT);
  return new Response(kept.body, { headers });
}

/** What is kept, or nothing when it cannot be read: storage may be forbidden or broken. */
const quietly = (kept: Promise<Response | undefined>): Promise<Response | undefined> => kept.catch(() => undefined);
