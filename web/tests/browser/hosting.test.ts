/** Hosts in the hall: they hold a poll that somebody else votes in, keep order in the talk, and work at their desk. */
import type { Browser, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { picture, picturing } from "./picturing.js";
import { tabTo } from "./reading.js";
import { HallServer } from "./serving.js";
import { enter, eventually, launch, visit, type Visit } from "./visiting.js";

/** Small, since software draws every pixel. */
const SIZE = { width: 640, height: 480 };

describe("a host and a visitor", () => {
  let server: HallServer;
  let browser: Browser;
  let hu: Visit;
  let wei: Visit;

  /** The picture as large as it is judged. */
  const large = async (name: string): Promise<void> => {
    await hu.page.setViewportSize({ width: 1280, height: 800 });
    await hu.page.waitForTimeout(700);
    await picture(hu.page, name);
    await hu.page.setViewportSize(SIZE);
  };

  /** Lets somebody in by an invitation for a role. */
  async function invited(role: string, name: string): Promise<Visit> {
    const guest = await visit(browser, server.url, { outside: true, context: { viewport: SIZE } });
    await guest.page.goto(await server.invite(role));
    await guest.page.getByLabel("Name that others see").fill(name);
    await guest.page.keyboard.press("Enter");
    await guest.page.waitForURL((url) => url.pathname === "/");
    await guest.page.goto(`${server.url}?lang=en&tier=low&at=20,20&facing=0`);
    await enter(guest.page);
    return guest;
  }

  const desk = (name: string): Locator => hu.page.locator("hall-desk-dialog").locator(name);
  const part = async (name: string): Promise<void> => {
    await hu.page.locator("hall-desk-dialog").getByRole("tab", { name }).press("Enter");
  };
  const write = async (page: Page, text: string): Promise<void> => {
    await page.locator("hall-talk-panel form input").fill(text);
    await page.keyboard.press("Enter");
  };

  beforeAll(async () => {
    [server, browser] = await Promise.all([HallServer.start({ layout: "web/tests/browser/hosting.yaml" }), launch()]);
    [hu, wei] = await Promise.all([
      invited("organizer", "Hu"),
      visit(browser, server.url, { lang: "zh", at: "22,20", facing: 0, context: { viewport: { width: 360, height: 740 }, hasTouch: true } }),
    ]);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.end();
  });

  it("opens a poll at the desk, by key, in one language for one option", async () => {
    const { page } = hu;
    for (const name of ["Menu", "Host desk", "New poll"]) {
      await tabTo(page, name);
      await page.keyboard.press("Enter");
    }
    await desk("[name='question.en']").fill("What shall we see first?");
    await desk("[name='question.zh']").fill("先看哪一个？");
    await desk("[name='option0.en']").fill("The rocket");
    await desk("[name='option0.zh']").fill("火箭");
    await desk("[name='option1.zh']").fill("机器人");
    await desk("[data-more]").press("Enter");
    await page.keyboard.type("汽车");
    await desk("[name='option2.en']").fill("The car");
    await desk("[data-open-poll]").press("Enter");
    await eventually(() => wei.page.locator("[data-poll-news]").innerText().catch(() => ""), 60_000).toContain("新投票：先看哪一个？");
    await desk("[data-poll]").waitFor();
  });

  it("the visitor hears of it, goes to it, and votes", async () => {
    const { page } = wei;
    await page.locator("hall-poll-news").getByRole("button", { name: "去投票" }).press("Enter");
    const option = (choice: number): Locator => page.locator(`hall-talk-panel [data-choice="${String(choice)}"]`);
    await option(1).press("Enter");
    await eventually(() => option(1).getAttribute("aria-pressed")).toBe("true");
    await option(0).press("Enter");
    await eventually(() => option(0).getAttribute("aria-description")).toBe("火箭：1 票，100%");
    expect(await option(1).getAttribute("aria-pressed")).toBe("false");
    await eventually(() => desk("[data-choice='0']").getAttribute("aria-description")).toBe("The rocket: 1 vote, 100%");
  });

  it("the stage's screen shows it, and again when somebody votes", async () => {
    await hu.page.keyboard.press("Escape");
    const uploads = (): Promise<number> => hu.page.evaluate(() => window.hallwright?.displays()?.uploads ?? 0);
    await eventually(() => hu.page.evaluate(() => window.hallwright?.displays()?.shown)).toContain("stage/stage");
    const before = await uploads();
    await wei.page.locator("hall-talk-panel [data-choice='2']").press("Enter");
    await eventually(uploads).toBeGreaterThan(before);
    if (picturing) await large("poll-stage");
    const clap = (): Promise<void> => wei.page.locator("hall-talk-panel [data-react=clap]").press("Enter");
    for (let i = 0; i < 3; i++) await clap();
    await hu.page.locator("[data-cheers]").waitFor();
    if (!picturing) return;
    await hu.page.emulateMedia({ reducedMotion: "no-preference" });
    await wei.page.locator("hall-talk-panel [data-react=heart]").press("Enter");
    for (let i = 0; i < 6; i++) await clap();
    await large("cheers");
    await hu.page.emulateMedia({ reducedMotion: "reduce" });
  });

  it("ends it from the talk, and everyone is told what came of it", async () => {
    await hu.page.locator("canvas").first().focus();
    await hu.page.keyboard.press("t");
    await hu.page.locator("hall-talk-panel [data-order=close]").press("Enter");
    await eventually(() => wei.page.locator("[data-poll-news]").innerText().catch(() => ""), 60_000).toContain("投票已结束：先看哪一个？ 得票最多：汽车，100%");
    await wei.page.locator("hall-talk-panel details[data-poll][open]").waitFor();
  });

  it("slows the talk down, takes words away, and answers, hides and shows questions", async () => {
    const [host, guest] = [hu.page.locator("hall-talk-panel"), wei.page.locator("hall-talk-panel")];
    await write(wei.page, "rude");
    await host.getByRole("button", { name: "Remove: rude" }).press("Enter");
    await eventually(() => guest.locator(".log .text").count()).toBe(0);
    await guest.locator("#tab-questions").click();
    await write(wei.page, "How far?");
    await host.locator("#tab-questions").press("Enter");
    await host.getByRole("button", { name: "Mark as answered: How far?" }).press("Enter");
    await eventually(() => guest.locator("[data-question]").innerText()).toContain("已回答");
    await host.getByRole("button", { name: "Hide: How far?" }).press("Enter");
    await eventually(() => guest.locator("[data-question]").count()).toBe(0);
    await host.getByRole("button", { name: "Show again: How far?" }).press("Enter");
    await eventually(() => guest.locator("[data-question]").count()).toBe(1);
    await host.locator("#tab-stage").press("Enter");
    await host.locator("[data-pace]").selectOption("30");
    await guest.locator("#tab-stage").click();
    await guest.getByText("慢速模式：每 30 秒一条。").waitFor();
    await write(hu.page, "hello all");
    await eventually(() => guest.locator(".log .text").allInnerTexts()).toEqual(["hello all"]);
    await host.getByRole("button", { name: "Take back: hello all" }).press("Enter");
    await eventually(() => guest.locator(".log .text").count()).toBe(0);
  });

  it("announces, unveils, writes a board and puts a session off, each at the desk", async () => {
    await hu.page.keyboard.press("Escape");
    for (const name of ["Menu", "Host desk"]) {
      await tabTo(hu.page, name);
      await hu.page.keyboard.press("Enter");
    }
    await part("Announce");
    await desk("[name='text.zh']").fill("十分钟后开始");
    await desk("[name='text.en']").fill("We begin in ten minutes");
    await eventually(() => desk(".preview").innerText()).toContain("We begin in ten minutes");
    await desk("[data-announce]").press("Enter");
    await wei.page.getByText("十分钟后开始").first().waitFor();
    await part("Shows");
    await desk("[data-count]").press("Enter");
    await eventually(() => desk("[data-state]").innerText()).toMatch(/^Begins in 00:/);
    await desk("[data-direct=pause]").press("Enter");
    await eventually(() => desk("[data-state]").innerText()).toBe("Under a veil");
    await desk("[data-direct=start]").press("Enter");
    await eventually(() => wei.page.evaluate(() => window.hallwright?.shows()["release/car"]?.phase)).toBeGreaterThan(0);
    await part("Boards");
    await desk("[data-edit]").press("Enter");
    await desk("[name=value]").fill("13");
    await desk("[data-write]").press("Enter");
    const figure = (): Promise<unknown> => wei.page.evaluate(() => window.hallwright?.displays()?.boards["figures"]?.[0]?.value);
    await eventually(figure).toBe(13);
    await part("Programme");
    await desk("[data-session=morning] [data-order=later]").press("Enter");
    await eventually(() => desk("[data-session=morning]").innerText()).toMatch(/09:10–09:55[\s\S]*Moved/);
    await desk("[data-session=morning] [data-order=cancel]").press("Enter");
    await eventually(() => desk("[data-session=morning]").innerText()).toContain("Cancelled");
    expect(hu.mistakes).toEqual([]);
    expect(wei.mistakes).toEqual([]);
  });

  it("is not there for a visitor, whom the server refuses as well", async () => {
    await wei.page.locator("[data-menu]").press("Enter");
    await wei.page.locator("[data-panel=talk]").waitFor();
    expect(await wei.page.locator("[data-panel=desk]").count()).toBe(0);
  });
});
