/** Pages instead of the hall, the page of what one keeps, and what is asked before anything may be kept: each in a page of its own. */
import type { Page } from "playwright-core";
import { launch, visit, type VisitOptions } from "../visiting.js";
import { fitHolding } from "../holding.js";
import { type Cast, PHONE, view } from "./cast.js";
import type { Row } from "./rows.js";

const guest = async ({ browser, server }: Cast, options: VisitOptions = {}, url = server.url): Promise<Page> =>
  (await visit(browser, url, { at: "20,6", context: { viewport: PHONE }, prepare: async (context) => void (await fitHolding(context)), ...options })).page;
const leave = (_: Cast, page: Page): Promise<void> => page.context().close();

export const doors: readonly Row[] = [
  {
    name: "hint for newcomers", shows: ["hall-walk-hint"], seen: "hall-walk-hint .panel",
    open: async (cast) => {
      const page = await guest(cast, { newcomer: true, at: "20,20" }, `${cast.server.url}?area=park`); // far from any stage
      await page.locator("hall-walk-hint .panel").waitFor();
      return page;
    },
    close: leave,
  },
  {
    name: "address of no place", shows: ["hall-unknown-place"], seen: "hall-unknown-place [data-unknown]", own: /nowhere/g,
    open: async (cast) => {
      const page = await guest(cast, {}, `${cast.server.url}?select=nowhere`);
      await page.locator("hall-unknown-place [data-unknown]").waitFor();
      return page;
    },
    close: leave,
  },
  {
    name: "consent", shows: ["hall-consent"], seen: "hall-consent section",
    open: async (cast) => {
      const page = await guest(cast, { consent: null });
      await page.locator("hall-consent section").waitFor();
      return page;
    },
    close: leave,
  },
  {
    name: "consent, asked again", shows: ["hall-consent"], seen: "hall-consent hall-dialog [data-consent]",
    open: async (cast) => {
      const page = await guest(cast, { consent: "no" });
      void view(page, (root) => void root.intents?.rename("123"));
      await page.locator("hall-consent hall-dialog [data-consent]").waitFor();
      return page;
    },
    close: leave,
  },
  {
    name: "page of the visit", shows: [], seen: "[data-part=note]",
    open: async ({ ada, wire }) => {
      const page = await ada.context.newPage();
      await page.setViewportSize(PHONE);
      await page.goto(`${wire.url}visit?venue=sweep&lang=en`);
      await page.locator("[data-part=note]").waitFor();
      return page;
    },
    close: async ({ ada }, page) => {
      await page.close();
      await ada.page.bringToFront();
    },
  },
  {
    name: "page without the server", shows: ["hall-message-page"], seen: "[data-page=failed]",
    open: async ({ browser, server }) => {
      const page = await browser.newPage({ viewport: PHONE, reducedMotion: "reduce" });
      await page.route("**/api/**", (route) => route.abort());
      await page.goto(`${server.url}?lang=en&tier=low`);
      return page;
    },
    close: (_, page) => page.close(),
  },
  {
    name: "page while the hall is built", shows: ["hall-message-page"], seen: "[data-page=starting]",
    open: async ({ browser, server }) => {
      const page = await browser.newPage({ viewport: PHONE, reducedMotion: "reduce" });
      // As the server says before a hall is built, for as long as this is looked at.
      await page.route("**/api/v1/venues", (route) => route.fulfill({ json: { venues: [{ id: "sweep", name: null, status: "building", manifest: null, files: null, progress: { done: 3, total: 9 } }] } }));
      await page.goto(`${server.url}?lang=en&tier=low`);
      return page;
    },
    close: (_, page) => page.close(),
  },
  {
    name: "page without WebGL", shows: ["hall-message-page"], seen: "[data-page=unsupported]",
    open: async ({ server }) => {
      const blind = await launch("--disable-gpu", "--disable-webgl", "--disable-webgl2", "--disable-3d-apis");
      const { page } = await visit(blind, server.url, { outside: true, context: { viewport: PHONE } });
      await page.locator("hall-directory summary").first().press("Enter");
      return page;
    },
    close: (_, page) => page.context().browser()?.close() ?? Promise.resolve(),
  },
];

