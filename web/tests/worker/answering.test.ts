import { describe, expect, it } from "vitest";
import { Answers, KEPT } from "../../src/worker/answering.js";
import { Files } from "../../src/worker/files.js";
import { MemoryStorage, ORIGIN } from "./storage.js";

const PAGE = (version: string): string => `<script src="/assets/index-${version}.js"></script><link href="/assets/index-${version}.css">`;
const FILE = `${ORIGIN}/venues/demo/files/c00-0123456789abcdef.glb`;
const MANIFEST = `${ORIGIN}/api/v1/venues/demo/manifest`;

/** A network that answers from a table of paths, and says what it was asked; `down` for none. */
class Network {
  down = false;
  slow = false;
  readonly asked: string[] = [];
  /** Tags of what the worker has, as it told them. */
  readonly tags: string[] = [];
  readonly answers = new Map<string, () => Response>();

  readonly ask = (async (asked: string | Request) => {
    const { pathname } = new URL(typeof asked === "string" ? asked : asked.url, ORIGIN);
    this.asked.push(pathname);
    const tag = typeof asked === "string" ? null : asked.headers.get("If-None-Match");
    if (tag) this.tags.push(tag);
    if (this.down) throw new TypeError("Failed to fetch");
    if (this.slow) await new Promise(() => undefined);
    return this.answers.get(pathname)?.() ?? new Response("", { status: 404 });
  }) as typeof fetch;

  serve(path: string, body: string, status = 200): void {
    this.answers.set(path, () => new Response(body, { status }));
  }

  serveViewer(version: string): void {
    this.serve("/", PAGE(version));
    this.serve(`/assets/index-${version}.js`, version);
    this.serve(`/assets/index-${version}.css`, version);
  }
}

function setUp() {
  const [storage, network] = [new MemoryStorage(), new Network()];
  const works: Promise<unknown>[] = [];
  const later = (work: Promise<unknown>): void => void works.push(work.catch(() => undefined));
  const answers = new Answers(storage.asCaches, network.ask, 30, new Files(storage.asCaches, 1e6, 1));
  const none = Promise.resolve(undefined);
  const page = async (path = "/"): Promise<string> => {
    const text = await (await answers.page(new Request(`${ORIGIN}${path}?lang=zh`), none, later)).text();
    await Promise.all(works);
    return text;
  };
  const latest = async (url: string): Promise<Response> => {
    const response = await answers.latest(new Request(url), later);
    await Promise.all(works);
    return response;
  };
  return { storage, network, works, later, answers, page, latest };
}

describe("the viewer's page", () => {
  it("is the network's while there is one, and the last one, whole, when there is none", async () => {
    const { network, answers, page, later } = setUp();
    network.serveViewer("aaaaaaaa");
    await answers.install();
    network.serveViewer("bbbbbbbb");
    expect(await page()).toBe(PAGE("bbbbbbbb"));
    network.down = true;
    expect(await page()).toBe(PAGE("bbbbbbbb"));
    const script = await answers.asset(new Request(`${ORIGIN}/assets/index-bbbbbbbb.js`), later);
    expect(await script.text()).toBe("bbbbbbbb");
  });

  it("stays the old one with all its files when the new one did not come whole", async () => {
    const { network, answers, page, storage } = setUp();
    network.serveViewer("aaaaaaaa");
    await answers.install();
    network.serve("/", PAGE("bbbbbbbb"));
    network.serve("/assets/index-bbbbbbbb.js", "bbbbbbbb"); // but no stylesheet
    expect(await page()).toBe(PAGE("bbbbbbbb"));
    network.down = true;
    expect(await page()).toBe(PAGE("aaaaaaaa"));
    expect(storage.paths).toContain("/assets/index-aaaaaaaa.js");
    expect(storage.paths).toContain("/assets/index-aaaaaaaa.css");
  });

  it("gives the files of the version before back once a newer one is whole", async () => {
    const { network, answers, page, storage } = setUp();
    network.serveViewer("aaaaaaaa");
    await answers.install();
    network.serveViewer("bbbbbbbb");
    await page();
    expect(storage.paths).toEqual(["/", "/assets/index-bbbbbbbb.css", "/assets/index-bbbbbbbb.js"]);
  });

  it("is kept beside the visitor's own, each with what it names", async () => {
    const { network, answers, page, storage } = setUp();
    network.serveViewer("aaaaaaaa");
    network.serve("/visit", '<script src="/assets/visit-aaaaaaaa.js"></script><link href="/assets/index-aaaaaaaa.js">');
    network.serve("/assets/visit-aaaaaaaa.js", "visit");
    await answers.install();
    network.serveViewer("bbbbbbbb");
    await page();
    expect(storage.paths).toEqual([
      "/", "/assets/index-aaaaaaaa.js", "/assets/index-bbbbbbbb.css", "/assets/index-bbbbbbbb.js", "/assets/visit-aaaaaaaa.js", "/visit",
    ]);
    network.down = true;
    expect(await page("/visit")).toContain("visit-aaaaaaaa");
    expect(await page()).toBe(PAGE("bbbbbbbb"));
  });

  it("is the kept one when the network does not begin to answer, or only a proxy does", async () => {
    const { network, answers, page } = setUp();
    network.serveViewer("aaaaaaaa");
    await answers.install();
    network.serve("/", "Bad gateway", 502);
    expect(await page()).toBe(PAGE("aaaaaaaa"));
    network.slow = true;
    expect(await page()).toBe(PAGE("aaaaaaaa"));
  });
});

describe("a manifest", () => {
  it("is the network's, and else the last one with the time when it was so", async () => {
    const { network, latest } = setUp();
    network.serve("/api/v1/venues/demo/manifest", "{}");
    const now = await latest(MANIFEST);
    expect(now.headers.get(KEPT)).toBeNull();
    network.down = true;
    const then = await latest(MANIFEST);
    expect(await then.text()).toBe("{}");
    expect(Math.abs(Number(then.headers.get(KEPT)) - Date.now())).toBeLessThan(60_000);
  });

  it("does not come over the wire again where it has not changed", async () => {
    const { network, latest } = setUp();
    const path = "/api/v1/venues/demo/manifest";
    network.answers.set(path, () => new Response('{"n": 1}', { headers: { ETag: '"one"' } }));
    await latest(MANIFEST);
    network.answers.set(path, () => new Response(null, { status: 304 }));
    const same = await latest(MANIFEST);
    expect([same.status, same.headers.get(KEPT), await same.text()]).toEqual([200, null, '{"n": 1}']);
    network.answers.set(path, () => new Response('{"n": 2}', { headers: { ETag: '"two"' } }));
    expect(await (await latest(MANIFEST)).text()).toBe('{"n": 2}');
    network.down = true;
    expect(await (await latest(MANIFEST)).text()).toBe('{"n": 2}');
    expect(network.tags).toEqual(['"one"', '"one"', '"two"']);
  });

  it("that was loaded before there was a worker is kept once it is told", async () => {
    const { network, answers, latest } = setUp();
    network.serve("/api/v1/venues/demo/manifest", "{}");
    await answers.keepLatest(MANIFEST);
    await answers.keepLatest(MANIFEST);
    network.down = true;
    expect(await (await latest(MANIFEST)).text()).toBe("{}");
    expect(network.asked).toHaveLength(2);
  });

  it("is never made up: what a server refuses stays refused, and without any the network's error is told", async () => {
    const { network, latest } = setUp();
    network.serve("/api/v1/venues/demo/manifest", "{}", 503);
    expect((await latest(MANIFEST)).status).toBe(503);
    network.down = true;
    await expect(latest(MANIFEST)).rejects.toThrow("Failed to fetch");
  });

  it("takes files of older revisions away, and those of other halls not", async () => {
    const { network, answers, latest, storage } = setUp();
    const other = "/venues/other/files/c00-0123456789abcdef.glb";
    for (const path of [new URL(FILE).pathname, other]) network.serve(path, "glb");
    await answers.keep(FILE);
    await answers.keep(ORIGIN + other);
    network.serve("/api/v1/venues/demo/manifest", '{"url": "c00-fedcba9876543210.glb"}');
    await latest(MANIFEST);
    expect(storage.paths.filter((path) => path.startsWith("/venues"))).toEqual([other]);
  });
});

describe("a file of a hall", () => {
  it("is asked for once", async () => {
    const { network, answers, later, works } = setUp();
    network.serve(new URL(FILE).pathname, "glb");
    for (let i = 0; i < 3; i++) {
      expect(await (await answers.file(new Request(FILE), later)).text()).toBe("glb");
      await Promise.all(works);
    }
    expect(network.asked).toHaveLength(1);
  });

  it("is not kept when it is not there", async () => {
    const { answers, later, works, storage } = setUp();
    expect((await answers.file(new Request(FILE), later)).status).toBe(404);
    await Promise.all(works);
    expect(storage.paths).toEqual([]);
  });

  it("comes from the network where nothing may be kept", async () => {
    const network = new Network();
    const forbidden = { open: () => Promise.reject(new DOMException("no", "SecurityError")) } as unknown as CacheStorage;
    const answers = new Answers(forbidden, network.ask, 30);
    const later = (work: Promise<unknown>): void => void work.catch(() => undefined);
    network.serve(new URL(FILE).pathname, "glb");
    network.serveViewer("aaaaaaaa");
    expect(await (await answers.file(new Request(FILE), later)).text()).toBe("glb");
    expect((await answers.page(new Request(`${ORIGIN}/`), Promise.resolve(undefined), later)).status).toBe(200);
  });
});
