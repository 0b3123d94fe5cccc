/** Who is in the hall that is swept: a visitor, an organizer, the staff of a booth; and how they do what they do. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import type { Root } from "../../../src/ui/root.js";
import { fitHolding } from "../holding.js";
import { fitPads, hold } from "../padding.js";
import { HallServer } from "../serving.js";
import { enter, eventually, launch, visit, type Visit } from "../visiting.js";
import { Wire } from "../wire.js";
import { venue } from "./venue.js";

/** ms: what does not come by then does not come. */
const PATIENCE = 30_000;
export const PHONE = { width: 360, height: 740 };
const DEVICES = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", "--allow-loopback-in-peer-connection"];

export class Cast {
  private constructor(
    readonly server: HallServer,
    readonly browser: Browser,
    /** A visitor on a phone, whose wire can be cut. */
    readonly ada: Visit,
    readonly wire: Wire,
    /** An organizer, and the staff of booth A01. */
    readonly hu: Page,
    readonly bo: Page,
    private readonly folder: string,
  ) {}

  static async call(): Promise<Cast> {
    const folder = mkdtempSync(join(tmpdir(), "hallwright-sweep-"));
    const layout = join(folder, "venue.yaml");
    writeFileSync(layout, venue());
    const [server, browser] = await Promise.all([HallServer.start({ layout }), launch(...DEVICES)]);
    const wire = await Wire.to(server.port);
    const ada = await visit(browser, wire.url, { outside: true, newcomer: true, at: "20,6", facing: 0, prepare: fit, context: { viewport: PHONE, hasTouch: true } });
    await hold(ada.page, null);
    ada.context.setDefaultTimeout(PATIENCE);
    const hu = await invited(browser, server, await server.invite("organizer"), "Hu");
    const bo = await invited(browser, server, await server.invite("exhibitor", "en", ["a01"]), "Bo");
    return new Cast(server, browser, ada, wire, hu, bo, folder);
  }

  async dismiss(): Promise<void> {
    await this.browser.close();
    await this.wire.remove();
    await this.server.end();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

const fit = async (context: BrowserContext): Promise<void> => {
  await fitHolding(context);
  await fitPads(context);
};

/** Lets somebody in by an invitation. */
async function invited(browser: Browser, server: HallServer, link: string, name: string): Promise<Page> {
  const { page, context } = await visit(browser, server.url, { outside: true, prepare: fit });
  context.setDefaultTimeout(PATIENCE);
  await page.goto(link);
  await page.getByLabel("Name that others see").fill(name);
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => url.pathname === "/");
  await page.goto(`${server.url}?lang=en&tier=low&at=22,7&facing=0`);
  await enter(page);
  return page;
}

/** What the operator asks of the hall over HTTP. */
export const direct = ({ server }: Cast, method: string, path: string, body: object): Promise<unknown> =>
  server.operate(method, `venues/sweep/${path}`, body);

/** Asks the page's interface something in its own words. */
export const view = <T, A = null>(page: Page, ask: (root: Root, more: A) => T, more: A = null as A): Promise<Awaited<T>> =>
  page.evaluate(`(${ask.toString()})(document.querySelector("hall-interface"), ${JSON.stringify(more)})`);

export const numberOf = (page: Page): Promise<number> => view(page, (root) => root.view.me?.number ?? -1);

/** Opens a panel from the menu. */
export async function openPanel(page: Page, panel: string): Promise<void> {
  await page.locator("[data-menu]").press("Enter");
  if (panel === "menu") return;
  await page.locator(`hall-menu-dialog [data-panel=${panel}]`).press("Enter");
  await page.locator("hall-menu-dialog").waitFor({ state: "detached" });
}

/** Closes whatever dialog, card or talk is open, and whatever one looks at by itself. */
export async function closeAll(page: Page): Promise<void> {
  const open = (): Promise<boolean> => view(page, (root) => root.occupied || root.view.selected !== null || root.view.talk.open || root.view.inspect !== null || root.view.sit !== null);
  for (let i = 0; i < 5 && (await open()); i++) {
    await view(page, (root) => void root.back());
    await page.waitForTimeout(50);
  }
  await eventually(open).toBe(false);
}

/** Goes somewhere at once. */
export const goTo = (page: Page, at: readonly [number, number], facing = 0): Promise<void> =>
  page.evaluate(async ([at, facing]) => window.hallwright?.goto({ at: [at[0], at[1]], facing }), [at, facing] as const);
