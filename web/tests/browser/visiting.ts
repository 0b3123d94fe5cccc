/** Opens pages of a hall in Chromium and acts in them as a visitor would. */
import { accessSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { type Browser, type BrowserContext, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { expect } from "vitest";
import type { Instruments } from "../../src/instruments.js";

declare global {
  interface Window {
    hallwright?: Instruments;
    axe: { run(context: Document, options: object): Promise<{ violations: Violation[] }> };
  }
}

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly failureSummary: string }[];
}

const NAMES = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome"];
const FLAGS = [
  "--no-sandbox", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--disable-background-networking",
  "--disable-component-update", "--disable-sync", "--no-first-run",
  "--webgl-antialiasing-mode=none", // smooth edges cost software a quarter of its time, and no test looks at them
];
/** Small, because software draws every pixel; still a shape that a phone has. */
export const SMALL = { width: 480, height: 360 };
/** Milliseconds: two processors may be shared with other tests, and software draws the first frames. */
const PATIENCE = 110_000;
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
export const ENTER = { en: "Enter the hall", zh: "进入展厅" };

export const launch = (...flags: string[]): Promise<Browser> =>
  chromium.launch({ executablePath: browserPath(), args: [...FLAGS, ...flags] });

function browserPath(): string {
  const wished = process.env["CHROMIUM"];
  if (wished) return wished;
  const folders = (process.env["PATH"] ?? "").split(delimiter);
  const found = NAMES.flatMap((name) => folders.map((folder) => join(folder, name))).find((path) => {
    try {
      accessSync(path);
      return true;
    } catch {
      return false;
    }
  });
  if (!found) throw new Error(`no Chromium on the PATH; looked for ${NAMES.join(", ")}`);
  return found;
}

export interface VisitOptions {
  readonly lang?: "en" | "zh";
  /** Plan metres `x,y`, and degrees clockwise from north. */
  readonly at?: string;
  readonly facing?: number;
  readonly context?: BrowserContextOptions;
  /** ms by which all clocks of the page are ahead of those of this machine. */
  readonly ahead?: number;
  /** Done to the browser before it opens the page. */
  readonly prepare?: (context: BrowserContext) => Promise<void>;
  /** Stop at the loading page. */
  readonly outside?: boolean;
  /** What the visitor has said of what may be kept: yes, unless another is written; null for nothing yet. */
  readonly consent?: "yes" | "no" | null;
  /** Whether they have never walked a hall in this browser; else nothing is told of how one walks. */
  readonly newcomer?: boolean;
}

export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  /** What went wrong in the page so far: exceptions, refused resources, breaches of the policy. */
  readonly mistakes: string[];
}

/** A visitor with a browser of their own: nothing is shared with the others. */
export async function visit(browser: Browser, url: string, options: VisitOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ viewport: SMALL, reducedMotion: "reduce", ...options.context });
  context.setDefaultTimeout(PATIENCE);
  if (options.ahead) await context.addInitScript(setClocks, options.ahead);
  const { consent = "yes" } = options;
  if (consent !== null && url.startsWith("http")) await context.addCookies([{ name: "hallwright-consent", value: consent, url }]);
  if (!options.newcomer) await store(context, "hallwright.learned", "stick walking");
  await options.prepare?.(context);
  const page = await context.newPage();
  const mistakes: string[] = [];
  page.on("pageerror", (error) => mistakes.push(error.message));
  page.on("console", (message) => {
    if (message.type() === "error") mistakes.push(message.text());
  });
  const address = new URL(url);
  address.searchParams.set("lang", options.lang ?? "en");
  address.searchParams.set("tier", "low");
  if (options.at) address.searchParams.set("at", options.at);
  if (options.facing !== undefined) address.searchParams.set("facing", String(options.facing));
  await page.goto(address.href);
  if (!options.outside) await enter(page, options.lang);
  return { page, context, mistakes };
}

/** Stores something as if an earlier visit had; pages without an origin have no storage. */
export async function store(context: BrowserContext, key: string, value: string): Promise<void> {
  await context.addInitScript(([name, text]) => {
    if (location.protocol.startsWith("http") && localStorage.getItem(name) === null) localStorage.setItem(name, text);
  }, [key, value] as const);
}

/** In the page, before its own scripts: the wall clock is ahead, and the steady one counts from another moment. */
function setClocks(ahead: number): void {
  const steady = ahead / 4;
  const [date, now, frame] = [Date.now.bind(Date), performance.now.bind(performance), window.requestAnimationFrame.bind(window)];
  const origin = performance.timeOrigin;
  Date.now = () => date() + ahead;
  performance.now = () => now() + steady;
  Object.defineProperty(performance, "timeOrigin", { get: () => origin + ahead - steady });
  window.requestAnimationFrame = (callback) => frame((time) => callback(time + steady));
}

/** Presses the button as soon as it can be, and waits until the server knows the visitor. */
export async function enter(page: Page, lang: "en" | "zh" = "en"): Promise<void> {
  await page.getByRole("button", { name: ENTER[lang] }).press("Enter");
  await page.waitForFunction(() => (window.hallwright?.stats().people ?? 0) > 0, null, { polling: 100 });
}

/** Breaches of accessibility rules that axe finds on the page as it is, as one line each; of these rules only, where some are named. */
export async function breaches(page: Pick<Page, "evaluate">, rules: readonly string[] = []): Promise<string[]> {
  // Not through a script element: the page's policy rightly forbids it.
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe);
  const options = { resultTypes: ["violations"], ...(rules.length > 0 ? { runOnly: rules } : {}) };
  const { violations } = await page.evaluate((asked) => window.axe.run(document, asked), options);
  return violations.map(({ id, help, nodes }) => `${id}: ${help} (${nodes.map((node) => node.target.join(" ")).join("; ")})`);
}

/** Waits until a condition in the page holds. */
export const eventually = (ask: () => Promise<unknown>, timeout = 20_000): ReturnType<typeof expect.poll> =>
  expect.poll(ask, { timeout, interval: 150 });

/** Changes the language in place, as the viewer's own button does. */
export const speak = (page: Page, lang: "en" | "zh"): Promise<void> =>
  page.evaluate(async (to) => {
    if (!document.documentElement.lang.startsWith(to)) {
      const button = document.createElement("hall-language-button") as HTMLElement & { updateComplete: Promise<unknown> };
      document.body.append(button);
      await button.updateComplete;
      button.shadowRoot?.querySelector("button")?.click();
      button.remove();
    }
    await new Promise((drawn) => setTimeout(drawn, 20)); // by then all parts have drawn themselves
  }, lang);
