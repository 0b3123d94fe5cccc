/** What a visitor opens by themselves: panels, cards, bars. */
import type { CDPSession, Page } from "playwright-core";
import { hold } from "../padding.js";
import { eventually } from "../visiting.js";
import { type Cast, closeAll, goTo, openPanel, view } from "./cast.js";
import { dialog, type Row } from "./rows.js";

const select = (page: Page, id: string | null): Promise<void> => view(page, (root, place) => void root.intents?.select(place), id);
const walked = (page: Page): Promise<void> => page.locator("hall-whereabouts header").waitFor();
/** The card of a booth or a placement, before which one stands. */
const card = (name: string, id: string, seen = "", then?: (page: Page) => Promise<unknown>): Row => ({
  name,
  shows: ["hall-booth-card"],
  seen: `hall-booth-card aside ${seen}`,
  open: async ({ ada: { page } }) => {
    await select(page, id);
    await page.locator("hall-booth-card aside").waitFor();
    await then?.(page);
    return page;
  },
  close: (_, page) => closeAll(page),
});
/** Facts of exhibits, which come last, say where they are from: one text for everyone, as its author wrote it. */
const SOURCED = { own: /来源.*/s };
const inspector = (page: Page, control: string): Promise<void> => page.locator(`hall-inspector ${control}`).press("Enter");

export const panels: readonly Row[] = [
  {
    name: "walking", shows: ["hall-minimap", "hall-nearby"], seen: "hall-whereabouts header",
    open: async ({ ada: { page } }) => {
      await goTo(page, [20, 9]);
      await walked(page);
      await page.locator("hall-nearby button").first().waitFor({ state: "attached" });
      return page;
    },
  },
  dialog("menu"),
  dialog("map"),
  dialog("map", (page) => page.locator("hall-map-dialog summary").first().press("Enter"), { name: "map, a zone open" }),
  dialog("map", async (page) => {
    await page.getByRole("combobox").fill("a0");
    await page.getByRole("option").first().waitFor();
  }, { name: "map, results" }),
  dialog("map", async (page) => {
    await page.getByRole("combobox").fill("zxqvbn");
    await eventually(() => page.locator("hall-search").getByRole("status").innerText()).not.toBe("");
  }, { name: "map, nothing found", own: /zxqvbn/ }),
  dialog("guide"),
  dialog("guide", async (page) => {
    await page.locator("hall-guide-dialog input[name=question]").fill("A01");
    await page.locator("hall-guide-dialog [data-ask]").press("Enter");
    await page.locator("hall-guide-dialog [data-cited]").first().waitFor();
  }, { name: "guide, an answer", own: /.*/s }), // in the language of who asked
  dialog("guide", async (page) => {
    await page.locator("hall-guide-dialog input[name=question]").fill("plan half an hour at Castings");
    await page.locator("hall-guide-dialog [data-ask]").press("Enter");
    await page.locator("hall-guide-dialog [data-plan]").first().waitFor();
  }, { name: "guide, a plan", own: /.*/s }),
  dialog("programme"),
  dialog("tours"),
  {
    name: "tour", shows: ["hall-tour-bar"], seen: "hall-tour-bar section",
    open: async ({ ada: { page } }) => {
      await view(page, (root) => void root.intents?.takeTour("walk"));
      await page.locator("hall-tour-bar [data-caption]").waitFor();
      await view(page, (root) => void root.intents?.touring()?.pause());
      return page;
    },
    close: (_, page) => view(page, (root) => void root.intents?.touring()?.end()),
  },
  {
    name: "talk", shows: ["talk", "hall-talk-panel"], seen: "hall-talk-panel form",
    open: async ({ ada: { page } }) => {
      await openPanel(page, "talk");
      await page.locator("hall-talk-panel form input").fill("123");
      await page.keyboard.press("Enter");
      await page.locator("hall-talk-panel .text").first().waitFor();
      return page;
    },
    close: (_, page) => closeAll(page),
  },
  {
    name: "talk at a stage", shows: ["hall-talk-panel"], seen: "hall-talk-panel #tab-stage[aria-selected=true]",
    open: async ({ ada: { page } }) => {
      await goTo(page, [20, 27]);
      await openPanel(page, "talk");
      await page.locator("hall-talk-panel #tab-stage").press("Enter");
      return page;
    },
  },
  {
    name: "talk, questions", shows: ["hall-talk-panel"], seen: "hall-talk-panel [data-question]",
    open: async ({ ada: { page } }) => {
      await page.locator("hall-talk-panel #tab-questions").press("Enter");
      await page.locator("hall-talk-panel form input").fill("123?");
      await page.keyboard.press("Enter");
      await page.locator("hall-talk-panel [data-question]").waitFor();
      return page;
    },
    close: (_, page) => closeAll(page),
  },
  {
    name: "stage", shows: ["hall-stage-bar"], seen: "hall-stage-bar section",
    open: async ({ ada: { page } }) => {
      await goTo(page, [20, 27]);
      await page.locator("hall-stage-bar [data-seat]").waitFor();
      return page;
    },
    close: (_, page) => goTo(page, [20, 9]),
  },
  dialog("groups"),
  {
    name: "groups, led by oneself", shows: ["groups"], seen: "hall-groups-dialog [data-code]",
    open: async ({ ada: { page } }) => {
      await openPanel(page, "groups");
      await page.locator("hall-groups-dialog [data-lead]").press("Enter");
      await page.locator("hall-groups-dialog [data-code]").waitFor();
      return page;
    },
    own: /[A-Z2-9]{5}/g,
    close: (_, page) => closeAll(page),
  },
  {
    name: "group that one leads", shows: ["hall-group-bar"], seen: "hall-group-bar [data-group=guide]",
    open: ({ ada: { page } }) => Promise.resolve(page),
    own: /[A-Z2-9]{5}/g,
    close: (_, page) => view(page, (root) => void root.intents?.grouping()?.leave()),
  },
  dialog("people"),
  dialog("name"),
  dialog("help"),
  dialog("settings"),
  dialog("letters"),
  card("booth", "a01"),
  {
    ...dialog("letters", undefined, { name: "letter, a new one", seen: "hall-letter-form [data-send]" }),
    open: async ({ ada: { page } }) => {
      await select(page, "a01");
      await page.locator("hall-booth-card [data-letter]").press("Enter");
      await page.locator("hall-letter-form summary").press("Enter");
      return page;
    },
  },
  card("booth, kept", "a01", "[data-bookmark][aria-pressed=true]", async (page) => {
    await page.locator("hall-booth-card [data-bookmark]").press("Enter");
    await page.locator("hall-booth-card [data-card]").press("Enter");
    await page.locator("hall-booth-card [data-note]").fill("123");
    await page.locator("hall-booth-card [data-basket]").scrollIntoViewIfNeeded();
  }),
  dialog("visit", undefined, { seen: "hall-visit-dialog [data-part=note]" }),
  dialog("visit", (page) => page.locator("hall-visit-dialog hall-for-you").scrollIntoViewIfNeeded(), { name: "visit, for you", seen: "hall-for-you [data-suggested]" }),
  card("exhibit under a veil", "car", "[data-veiled]"),
  { ...card("exhibit", "train", "[data-inspect]"), ...SOURCED },
  { ...card("exhibit, its line", "train", "[data-queue]", (page) => page.locator("hall-booth-card hall-queue").scrollIntoViewIfNeeded()), shows: ["hall-booth-card", "hall-queue"], ...SOURCED },
  {
    name: "inspector", shows: ["hall-inspector"], seen: "hall-inspector aside", ...SOURCED,
    open: async ({ ada: { page } }) => {
      await view(page, (root) => void root.intents?.inspect("train"));
      await page.locator("hall-inspector [data-detail] button").first().press("Enter");
      await inspector(page, "[data-toggle=measure]");
      return page;
    },
    close: (_, page) => closeAll(page),
  },
  {
    name: "seat", shows: ["hall-seat-bar"], seen: "hall-seat-bar section",
    open: async ({ ada: { page } }) => {
      await select(page, "train");
      await page.locator("hall-booth-card [data-seat]").first().press("Enter");
      await page.locator("hall-seat-bar section").waitFor();
      return page;
    },
    close: (_, page) => closeAll(page),
  },
  {
    name: "way", shows: ["hall-route-bar"], seen: "hall-route-bar [data-hint]",
    open: async ({ ada: { page } }) => {
      await view(page, (root) => void root.intents?.leading()?.to({ id: "a02", name: { en: "Lanze Robotics", zh: "岚泽机器人" } }));
      await page.locator("hall-route-bar [data-hint]").waitFor();
      return page;
    },
    close: (_, page) => view(page, (root) => void root.intents?.leading()?.to(null)),
  },
  {
    name: "stick", shows: ["hall-joystick"], seen: "hall-joystick *",
    open: async ({ ada: { page } }) => {
      await touch(page, "touchStart", 70, 480);
      await touch(page, "touchMove", 80, 460);
      return page;
    },
    close: (_, page) => touch(page, "touchEnd"),
  },
  {
    name: "gamepad", shows: ["hall-pad-note"], seen: "hall-pad-note p",
    open: async ({ ada: { page } }) => {
      await hold(page, {});
      await page.locator("hall-pad-note p").waitFor();
      return page;
    },
    close: (_, page) => hold(page, null),
  },
];

/** The thumb on the screen: it stays there from one of these to the next. */
const thumbs = new WeakMap<Page, Promise<CDPSession>>();

async function touch(page: Page, type: "touchStart" | "touchMove" | "touchEnd", x = 0, y = 0): Promise<void> {
  const thumb = thumbs.get(page) ?? page.context().newCDPSession(page);
  thumbs.set(page, thumb);
  await (await thumb).send("Input.dispatchTouchEvent", { type, touchPoints: type === "touchEnd" ? [] : [{ x, y }] });
}

/** The hall before one enters, as the first of all. */
export const doorway: Row = {
  name: "loading", shows: ["hall-loading-page"], seen: "hall-loading-page button:enabled",
  open: async ({ ada: { page } }: Cast) => {
    await page.locator("hall-loading-page .enter:enabled").waitFor();
    return page;
  },
};
