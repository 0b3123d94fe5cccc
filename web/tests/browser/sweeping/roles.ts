/** What buyers, staff and hosts see: meetings, letters, the desk, keeping order. */
import type { Page } from "playwright-core";
import { eventually } from "../visiting.js";
import { closeAll, goTo, numberOf, openPanel, view } from "./cast.js";
import { dialog, type Row } from "./rows.js";

/** What the next row goes on with. */
const staying = ({ close: _, ...row }: Row): Row => row;
const OWN = { own: /\b(Hu|Bo)\b/g };
/** What the buyer wrote and is called, and the languages they speak, each in itself. */
const WRITTEN = { own: /\b(Bo|Wei|ISO|die|casting)\b|铝合金压铸|中文/g };
const meetings = (name: string, seen: string, step: string, who: "ada" | "bo", then?: (page: Page) => Promise<unknown>): Row => ({
  name: `meetings, ${name}`,
  shows: ["meetings", "hall-meetings-dialog"],
  seen,
  open: async ({ ada, bo }) => {
    const page = who === "ada" ? ada.page : bo;
    await openPanel(page, "meetings");
    await page.locator(`hall-meetings [data-step=${step}]`).press("Enter");
    await then?.(page);
    await page.locator(seen).first().waitFor();
    return page;
  },
  close: (_, page) => closeAll(page),
  ...WRITTEN,
});
const profile = {
  needs: "ISO 9001 铝合金压铸 / die casting", offers: "", name: "Wei", company: "123", industries: ["metal"], languages: ["en", "zh"], remote: false,
};

/** A part of the desk at which the organizer works. */
const desk = (part: string, then?: (page: Page) => Promise<unknown>): Row => ({
  name: `desk, ${part}`,
  shows: ["desk", "hall-desk-dialog"],
  seen: `hall-desk-dialog #tab-${part}[aria-selected=true]`,
  open: async ({ hu }) => {
    if (part === "talk") await openPanel(hu, "desk");
    await hu.locator(`hall-desk-dialog #tab-${part}`).press("Enter");
    await then?.(hu);
    return hu;
  },
  ...(part === "programme" ? { close: (_, page) => closeAll(page) } : {}),
});

const written: readonly Row[] = [
  {
    ...dialog("letters", undefined, { name: "letter, read by its writer", seen: "hall-letter-thread .text" }),
    open: async ({ ada: { page } }) => {
      const inquiry = { booth: "a01", placement: null, text: "123?", card: { email: "wei@example.org" }, consent: true, cardConsent: true };
      await view(page, (root, sent) => root.intents?.talking()?.letters.send(sent), inquiry);
      await openPanel(page, "letters");
      if ((await page.locator("hall-letter-thread").count()) === 0) await page.locator("hall-letters-dialog [data-open]").first().press("Enter");
      await page.locator("hall-letter-thread .text").waitFor();
      await page.locator("hall-letter-thread summary").press("Enter");
      return page;
    },
    own: /wei@example.org/g,
  },
  {
    name: "letter, news for the staff", shows: ["hall-letters-news"], seen: "hall-letters-news [data-letter-news]",
    open: async ({ ada: { page }, bo }) => {
      const inquiry = { booth: "a01", placement: null, text: "456?", card: {}, consent: true, cardConsent: false };
      await view(page, (root, sent) => root.intents?.talking()?.letters.send(sent), inquiry);
      await bo.locator("hall-letters-news [data-letter-news]").waitFor();
      return bo;
    },
    ...OWN,
  },
  staying({
    ...dialog("letters", undefined, { name: "letters, inbox", seen: "hall-letters-dialog [data-filter]" }),
    open: async ({ bo }) => {
      await openPanel(bo, "letters");
      await bo.locator("hall-letters-dialog [data-open]").first().waitFor();
      return bo;
    },
    ...OWN,
  }),
  staying({
    ...dialog("letters", undefined, { name: "letter, read by the staff", seen: "hall-letter-thread .text" }),
    open: async ({ bo }) => {
      await bo.locator("hall-letters-dialog [data-open]").last().press("Enter");
      await bo.locator("hall-letter-thread .text").waitFor();
      return bo;
    },
    own: /\bBo\b|wei@example.org/g,
  }),
  {
    name: "letter, news for its writer", shows: ["hall-letters-news"], seen: "hall-letters-news [data-letter-news]",
    open: async ({ ada: { page }, bo }) => {
      await view(bo, (root) => root.intents?.talking()?.letters.write("789"));
      await page.locator("hall-letters-news [data-letter-news]").waitFor();
      return page;
    },
    ...OWN,
    close: async ({ bo }) => {
      await view(bo, (root) => root.intents?.talking()?.letters.open(null));
      await closeAll(bo);
    },
  },
];

const met: readonly Row[] = [
  meetings("what one needs", "hall-meeting-profile [type=submit]", "profile", "ada"),
  staying({
    ...meetings("matches", "hall-meeting-matches [data-match]", "matches", "ada"),
    open: async ({ ada: { page } }) => {
      await openPanel(page, "meetings");
      await view(page, (root, said) => {
        const free = root.view.meetings.mine?.slots.map(({ id }) => id) ?? [];
        return root.intents?.meeting()?.profile({ ...said, free }, true);
      }, profile);
      await page.locator("hall-meetings [data-step=matches]").press("Enter");
      await view(page, (root) => root.intents?.meeting()?.match());
      await page.locator("hall-meeting-matches [data-match=a01]").waitFor();
      return page;
    },
    ...WRITTEN,
  }),
  staying({
    ...meetings("asking", "hall-meeting-matches [data-send]", "matches", "ada"),
    open: async ({ ada: { page } }) => {
      await page.locator("hall-meeting-matches [data-match=a01] [data-ask]").press("Enter");
      await page.locator("hall-meeting-matches [data-send]").waitFor();
      await page.locator("hall-meeting-matches select[name=slot]").selectOption({ index: 1 });
      await page.locator("hall-meeting-matches textarea[name=message]").fill("123");
      return page;
    },
    ...WRITTEN,
  }),
  {
    name: "meetings, news", shows: ["hall-meetings-news"], seen: "hall-meetings-news [data-meeting-news=asked]",
    open: async ({ ada: { page }, bo }) => {
      await page.locator("hall-meeting-matches [data-send]").press("Enter");
      await bo.locator("hall-meetings-news [data-meeting-news=asked]").waitFor();
      await closeAll(page);
      return bo;
    },
    ...WRITTEN,
  },
  meetings("one to answer", "hall-meeting-list [data-act=accept]", "meetings", "bo"),
  {
    ...meetings("news that it begins soon", "hall-meetings-news [data-meeting-news]", "meetings", "ada"),
    shows: ["hall-meetings-news"],
    open: async ({ ada: { page }, bo }) => {
      await view(bo, (root) => {
        const { meetings } = root.view;
        const [asked] = meetings.mine?.meetings ?? [];
        return asked && root.intents?.meeting()?.answer(asked.id, true, asked.slot?.id ?? null);
      });
      await page.locator("hall-meetings-news [data-meeting-news=booked]").waitFor();
      return page;
    },
  },
  meetings("what came of it", "hall-meeting-list [data-meeting]", "meetings", "ada"),
];

const order: readonly Row[] = [
  {
    ...dialog("people", undefined, { name: "people, a report", seen: "hall-people-dialog form[data-ask=report]" }),
    open: async ({ ada: { page } }) => {
      await openPanel(page, "people");
      await page.locator("hall-people-dialog [data-act=report]").first().press("Enter");
      return page;
    },
    ...OWN,
  },
  {
    name: "report, news for moderators", shows: ["hall-moderation-news"], seen: "hall-moderation-news [data-moderation]",
    open: async ({ ada, bo, hu }) => {
      await view(ada.page, (root, number) => root.intents?.moderating()?.report(number, "123"), await numberOf(bo));
      await hu.locator("hall-moderation-news [data-moderation]").waitFor();
      return hu;
    },
    ...OWN,
  },
  {
    ...dialog("people", undefined, { name: "people, for moderators", seen: "hall-people-dialog form[data-ask=ban]" }),
    open: async ({ hu }) => {
      await openPanel(hu, "people");
      await hu.locator("hall-people-dialog [data-report]").waitFor();
      await hu.locator("hall-people-dialog [data-act=ban]").first().press("Enter");
      return hu;
    },
    ...OWN,
  },
];

const hosted: readonly Row[] = [
  desk("talk", async (page) => {
    await page.locator("hall-desk-dialog [data-more]").press("Enter");
  }),
  desk("announce"),
  desk("shows"),
  desk("boards", (page) => page.locator("hall-desk-dialog [data-edit]").first().press("Enter")),
  desk("programme"),
  {
    name: "stage, for hosts", shows: ["hall-stage-bar"], seen: "hall-stage-bar [data-reel]",
    open: async ({ hu }) => {
      await goTo(hu, [20, 27]);
      await hu.locator("hall-stage-bar [data-open=screen]").press("Enter");
      return hu;
    },
    close: async (_, page) => {
      await eventually(() => page.locator("hall-stage-bar [data-reel]").count()).toBe(1);
      await goTo(page, [22, 7]);
    },
  },
];

export const roles: readonly Row[] = [...written, ...met, ...order, ...hosted];
