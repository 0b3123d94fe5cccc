/** What comes by itself, because of what others do, or the network. */
import type { Page } from "playwright-core";
import { enter, eventually } from "../visiting.js";
import { type Cast, closeAll, direct, goTo, numberOf, openPanel, view } from "./cast.js";
import type { Row } from "./rows.js";

/** A notice that Ada sees. */
const notice = (name: string, tag: string, seen: string, cause: (cast: Cast) => Promise<unknown>, close?: Row["close"]): Row => ({
  name,
  shows: [tag],
  seen: `${tag} ${seen}`,
  open: async (cast) => {
    const { page } = cast.ada;
    await cause(cast);
    await page.locator(`${tag} ${seen}`).first().waitFor();
    return page;
  },
  ...(close ? { close } : {}),
});
/** Does something in the line at the train; fails with what the server says against it. */
const queue = (page: Page, act: "join" | "take" | "leave"): Promise<void> => view(page, async (root, name) => {
  const refusal = await root.intents?.queuing()?.[name]("train");
  if (refusal) throw new Error(`${name}: ${refusal.code} ${refusal.message.en}`);
}, act);
const connection = (how: string, cause: (cast: Cast) => Promise<unknown>, close?: Row["close"]): Row =>
  notice(how, "hall-connection", `[data-connection=${how}]`, cause, close);

export const notices: readonly Row[] = [
  notice("zone", "hall-zone-banner", ".banner", ({ ada: { page } }) => goTo(page, [10, 10]), (_, page) => goTo(page, [20, 9])),
  notice("announcement", "hall-toasts", ".toast", ({ server }) => Promise.resolve(server.announce("We begin in ten minutes at the main stage, all are welcome.", "十分钟后在主舞台开始，欢迎各位参加。"))),
  notice("board", "hall-board-news", "[data-board-news]:not(:empty)", (cast) => direct(cast, "POST", "boards/figures", { changes: { projects: { value: 13 } } })),
  notice("unveiling", "hall-unveiled", "[data-unveiled]", (cast) => direct(cast, "POST", "shows/release/car", { action: "start" })),
  notice("reminder", "hall-reminders", ".toast", async (cast) => {
    await view(cast.ada.page, (root) => root.intents?.programming()?.remind("cars", true));
    await direct(cast, "PATCH", "programme/cars", { cancelled: true });
  }, (_, page) => page.locator("hall-reminders button").last().press("Enter")),
  notice("line, waiting", "hall-queue-news", "[data-queue-news=waiting]", async ({ ada, bo }) => {
    await queue(bo, "join");
    await queue(bo, "take");
    await queue(ada.page, "join");
  }),
  notice("line, called", "hall-queue-news", "[data-queue-news=called]", ({ bo }) => queue(bo, "leave")),
  notice("line, trying", "hall-queue-news", "[data-queue-news=trying]", ({ ada: { page } }) => queue(page, "take")),
  notice("line, over", "hall-queue-news", "[data-queue-ended]", ({ ada: { page } }) => queue(page, "leave")),
  notice("poll", "hall-poll-news", "[data-poll-news]", async ({ ada, hu }) => {
    await goTo(ada.page, [20, 27]);
    await goTo(hu, [22, 27]);
    await view(hu, (root) => root.intents?.talking()?.attend(true));
    await eventually(() => view(hu, (root) => root.view.talk.places.some(({ kind }) => kind === "stage"))).toBe(true);
    await view(hu, (root) => root.intents?.talking()?.choose(root.view.talk.places.find(({ kind }) => kind === "stage")?.stream ?? ""));
    const poll = { question: { en: "What shall we see first?", zh: "先看哪一个？" }, options: [{ en: "The train", zh: "列车" }, { en: "The car", zh: "汽车" }], several: false, hidden: false, seconds: null };
    await view(hu, (root, asked) => root.intents?.talking()?.openPoll(asked), poll);
  }),
  {
    name: "poll in the talk", shows: ["hall-talk-panel"], seen: "hall-talk-panel [data-choice='0'][aria-pressed=true]",
    open: async ({ ada: { page } }) => {
      await page.locator("hall-poll-news button").press("Enter");
      await page.locator("hall-talk-panel [data-choice='0']").press("Enter");
      return page;
    },
    close: (_, page) => closeAll(page),
  },
  notice("poll, over", "hall-poll-news", "[data-poll-news]", ({ hu }) => view(hu, (root) => root.intents?.talking()?.closePoll(root.view.talk.polls[0]?.poll.seq ?? 0))),
  notice("cheers", "hall-cheer-count", "[data-cheers]", ({ hu }) => view(hu, (root) => root.intents?.talking()?.react("clap")), (_, page) => goTo(page, [20, 9])),
  notice("muted", "hall-moderation-news", "[data-moderation]", async ({ ada, hu }) => view(hu, (root, number) => root.intents?.moderating()?.mute(number, true), await numberOf(ada.page))),
  {
    name: "talk, refused", shows: ["hall-talk-panel"], seen: "hall-talk-panel .said.problem:not(:empty)",
    open: async ({ ada: { page } }) => {
      await openPanel(page, "talk");
      await page.locator("hall-talk-panel form input").fill("123");
      await page.keyboard.press("Enter");
      return page;
    },
    close: async ({ ada: { page }, hu }) => {
      await closeAll(page);
      await view(hu, (root, number) => root.intents?.moderating()?.mute(number, false), await numberOf(page));
    },
  },
  {
    name: "call, incoming", shows: ["hall-call"], seen: "hall-call [data-call=incoming]", own: /Bo\b/g,
    open: async ({ ada, bo }) => {
      await view(bo, (root, number) => root.intents?.calling()?.ring(number, true), await numberOf(ada.page));
      await ada.page.locator("hall-call [data-call=incoming]").waitFor();
      return ada.page;
    },
  },
  {
    name: "call", shows: ["hall-call"], seen: "hall-call [data-call=speaking]", own: /Bo\b/g,
    open: async ({ ada: { page } }) => {
      await view(page, (root) => root.intents?.calling()?.take(true));
      await page.locator("hall-call [data-call=speaking]").waitFor();
      return page;
    },
    close: async ({ bo }, page) => {
      for (const each of [page, bo]) await view(each, (root) => root.intents?.calling()?.end());
      for (const each of [page, bo]) await view(each, (root) => root.intents?.calling()?.close());
    },
  },
  {
    name: "groups, one to join", shows: ["groups"], seen: "hall-groups-dialog [data-join]", own: /Hu\b/g,
    open: async ({ ada: { page }, hu }) => {
      await view(hu, (root) => root.intents?.grouping()?.start());
      await openPanel(page, "groups");
      await page.locator("hall-groups-dialog [data-join]").waitFor();
      return page;
    },
  },
  {
    name: "group that one follows", shows: ["hall-group-bar"], seen: "hall-group-bar [data-group=follows]", own: /Hu\b/g,
    open: async ({ ada: { page } }) => {
      await page.locator("hall-groups-dialog [data-join]").press("Enter");
      await page.locator("hall-group-bar [data-group=follows]").waitFor();
      return page;
    },
  },
  {
    name: "groups, with a follower", shows: ["groups"], seen: "hall-groups-dialog [data-member]", own: /[A-Z2-9]{5}/g,
    open: async ({ ada: { page }, hu }) => {
      await view(page, (root) => root.intents?.grouping()?.stray());
      await openPanel(hu, "groups");
      await hu.locator("hall-groups-dialog [data-member][data-how=away]").waitFor();
      return hu;
    },
    close: (_, page) => closeAll(page),
  },
  notice("group, called back", "hall-group-bar", ".rung", ({ hu }) => view(hu, (root) => root.intents?.grouping()?.ring(null))),
  notice("group, over", "hall-group-bar", "[data-group=none]", ({ hu }) => view(hu, (root) => root.intents?.grouping()?.leave()), (_, page) => view(page, (root) => root.intents?.grouping()?.read())),
];

/** At the end, since who is sent away has to come back. */
export const farewells: readonly Row[] = [
  connection("reconnecting", ({ wire }) => Promise.resolve(wire.cut()), async ({ wire, ada }) => {
    wire.mend();
    await eventually(() => view(ada.page, (root) => root.view.connection), 30_000).toBe("online");
  }),
  connection("offline", ({ ada }) => ada.context.setOffline(true), async ({ ada }) => {
    await ada.context.setOffline(false);
    await eventually(() => view(ada.page, (root) => root.view.connection), 30_000).toBe("online");
  }),
  connection("superseded", async ({ ada, wire }) => {
    const kept = await ada.page.evaluate(() => ({ ...sessionStorage }));
    const again = await ada.context.newPage();
    await again.addInitScript((all) => Object.entries(all).forEach(([key, value]) => sessionStorage.setItem(key, value)), kept);
    await again.goto(`${wire.url}?lang=en&tier=low`);
    await enter(again);
  }, async ({ ada }, page) => {
    await page.bringToFront();
    await page.locator("hall-connection button").press("Enter");
    await eventually(() => view(page, (root) => root.view.connection)).toBe("online");
    await ada.context.pages().at(-1)?.close();
  }),
  connection("kicked", async ({ ada, hu }) => view(hu, (root, number) => root.intents?.moderating()?.kick(number, "123"), await numberOf(ada.page)), async (_, page) => {
    await page.locator("hall-connection button").press("Enter");
    await eventually(() => view(page, (root) => root.view.connection)).toBe("online");
  }),
  connection("banned", async ({ ada, hu }) => view(hu, (root, number) => root.intents?.moderating()?.ban(number, "123"), await numberOf(ada.page))),
];

