/** A buyer says in Chinese what they need, and a meeting comes of it: asked for, agreed on, kept over a power cut, led to, held by video, told. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Root } from "../../src/ui/root.js";
import { picture } from "./picturing.js";
import { smallTargets, spilled } from "./reading.js";
import { HallServer } from "./serving.js";
import { breaches, enter, eventually, launch, visit, type Visit } from "./visiting.js";

const DEVICES = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", "--allow-loopback-in-peer-connection"];
/** Minutes of a slot. */
const SLOT = 5;

/** A hall by a clock where it is about noon: meetings begin in a few minutes, and no day ends meanwhile. */
function layout(): string {
  const soon = new Date(Date.now() + SLOT * 60_000);
  const ahead = 12 - soon.getUTCHours();
  const zone = ahead === 0 ? "Etc/GMT" : `Etc/GMT${ahead > 0 ? "-" : "+"}${String(Math.abs(ahead))}`;
  return `
hallwright: 1
id: meet
name: {en: Meet, zh: 对接会}
meetings: {minutes: ${String(SLOT)}, tracks: [matchmaking], rooms: [], industries: [{id: metal, name: {en: Metal, zh: 金属加工}}]}
exhibitors:
  - {id: fengmu, name: {en: Fengmu Castings, zh: 风牧铸造}, products: [{en: Castings, zh: 铸件}],
     meeting: {offers: {en: Die casting of aluminium, zh: 铝合金压铸}, seeks: {en: Car makers, zh: 整车厂}, industries: [metal], languages: [zh, en]}}
  - {id: lanze, name: {en: Lanze Robotics, zh: 岚泽机器人}, products: [{en: Robots, zh: 机器人}],
     meeting: {offers: {en: Robots for welding, zh: 焊接机器人}, languages: [zh]}}
areas:
  - id: hall
    kind: hall
    name: {en: Hall, zh: 展厅}
    size: [40, 24]
    booths:
      - {id: a1, number: A1, at: [12, 16], size: [6, 4], type: island, exhibitor: fengmu}
      - {id: b1, number: B1, at: [30, 16], size: [6, 4], type: island, exhibitor: lanze}
    spawns: [{id: door, at: [20, 3], facing: north, default: true}]
programme:
  timezone: ${zone}
  starts: today
  tracks: [{id: matchmaking, name: {en: Matchmaking, zh: 供需对接}, color: "#7A4FB5"}]
  sessions:
    - {id: hours, title: {en: Matchmaking, zh: 供需对接}, track: matchmaking, area: hall, day: 1, at: "12:${String(soon.getUTCMinutes()).padStart(2, "0")}", minutes: 60}
`;
}

type Box = Pick<DOMRect, "left" | "right" | "top" | "bottom">;

/** In the page: as many news as there may be at once, and where they and the controls lie. */
async function toastsAmongControls(): Promise<{ readonly words: Box; readonly toasts: readonly Box[]; readonly controls: readonly Box[] }> {
  const root = document.querySelector<Root>("hall-interface");
  if (!root) throw new Error("there is no interface");
  const { meetings } = root.view;
  const notices = [1, 2, 3].flatMap((number) => meetings.notices.slice(0, 1).map((notice) => ({ ...notice, number: -number })));
  root.view = { ...root.view, meetings: { ...meetings, notices } };
  await root.updateComplete;
  const news = root.shadowRoot?.querySelector<Root>("hall-meetings-news");
  await news?.updateComplete;
  const boxes = (within: Element | null | undefined, selector: string): readonly Box[] =>
    [...(within?.shadowRoot?.querySelectorAll(selector) ?? [])].map((each) => each.getBoundingClientRect()).filter(({ width }) => width > 0)
      .map(({ left, right, top, bottom }) => ({ left, right, top, bottom }));
  return { words: boxes(news, ".words")[0] ?? { left: 0, right: 0, top: 0, bottom: 0 }, toasts: boxes(news, ".toast"), controls: boxes(root, ".menu, .map, hall-whereabouts") };
}

describe("a buyer and an exhibitor", () => {
  const folder = mkdtempSync(join(tmpdir(), "hallwright-meeting-"));
  const file = join(folder, "venue.yaml");
  let server: HallServer;
  let browser: Browser;
  let wei: Visit;
  let bo: Visit;
  const open = async ({ page }: Visit, step: "profile" | "matches" | "meetings"): Promise<void> => {
    await page.locator("[data-menu]").press("Enter");
    await page.locator("[data-panel=meetings]").press("Enter");
    await page.locator(`hall-meetings [data-step=${step}]`).press("Enter");
  };
  const standing = ({ page }: Visit): Promise<string | null> => page.locator("hall-meeting-list [data-meeting]").getAttribute("data-standing");
  const act = ({ page }: Visit, name: string): Promise<void> => page.locator(`hall-meeting-list [data-act=${name}]`).press("Enter");
  const confirm = ({ page }: Visit): Promise<void> => page.locator("hall-meeting-list [data-confirm]").press("Enter");
  const fits = async (page: Page): Promise<void> => {
    expect(await breaches(page)).toEqual([]);
    expect(await spilled(page)).toEqual([]);
    expect(await smallTargets(page)).toEqual([]);
  };

  beforeAll(async () => {
    writeFileSync(file, layout());
    [server, browser] = await Promise.all([HallServer.start({ layout: file }), launch(...DEVICES)]);
    wei = await visit(browser, server.url, { lang: "zh", at: "20,6", context: { viewport: { width: 360, height: 740 }, hasTouch: true } });
    bo = await visit(browser, server.url, { outside: true, context: { viewport: { width: 1280, height: 800 } } });
    await bo.page.goto(await server.invite("exhibitor", "en", ["a1"]));
    await bo.page.getByLabel("Name that others see").fill("Bo");
    await bo.page.keyboard.press("Enter");
    await bo.page.waitForURL((url) => url.pathname === "/");
    await enter(bo.page);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.end();
    rmSync(folder, { recursive: true, force: true });
  });

  it("match, by a need in Chinese, with the reasons", async () => {
    const { page } = wei;
    await open(wei, "profile");
    await page.locator("hall-meeting-profile [name=needs]").fill("我们需要铝合金压铸件");
    await page.locator("hall-meeting-profile [name=company]").fill("蓝车厂");
    await page.locator("hall-meeting-profile .day button").first().press("Enter");
    await page.locator("hall-meeting-profile [name=consent]").press("Space");
    await page.locator("hall-meeting-profile [type=submit]").press("Enter");
    const first = page.locator("hall-meeting-matches [data-match]").first();
    await eventually(() => first.getAttribute("data-match")).toBe("a1");
    expect(await first.innerText()).toContain("压铸");
  });

  it("meet where both want it: asked by one, accepted by the other, told to both at once", async () => {
    const { page } = wei;
    await page.locator("hall-meeting-matches [data-match=a1] [data-ask]").press("Enter");
    await page.locator("hall-meeting-matches select[name=slot]").selectOption({ index: 1 });
    await page.locator("hall-meeting-matches textarea[name=message]").fill("每月一千件 <b>急</b>");
    await page.locator("hall-meeting-matches [data-send]").press("Enter");
    await eventually(() => bo.page.locator("hall-meetings-news [data-meeting-news=asked]").innerText()).toContain("蓝车厂");
    await open(bo, "meetings");
    expect(await standing(bo)).toBe("asked");
    expect(await bo.page.locator("hall-meeting-list [data-meeting]").innerText()).toContain("每月一千件 <b>急</b>");
    expect(await bo.page.locator("hall-meeting-list [data-wished]").innerText()).toMatch(/Wished for: .+ \d\d:\d\d–\d\d:\d\d/);
    await act(bo, "accept");
    await confirm(bo);
    await eventually(() => standing(bo)).toBe("booked");
    await page.locator("hall-dialog").first().press("Escape");
    await page.locator("hall-meetings-news [data-meeting-news=booked]").waitFor();
    for (const height of [740, 640]) {
      await page.setViewportSize({ width: 360, height });
      const { words, toasts, controls } = await page.evaluate(toastsAmongControls);
      expect(toasts.length).toBeGreaterThan(0);
      expect(words.right - words.left).toBeGreaterThan(230); // of 360
      for (const toast of toasts) {
        expect(toast.right).toBeLessThanOrEqual(360);
        for (const each of controls) {
          expect(each.right).toBeGreaterThan(each.left);
          expect(each.right <= toast.left || toast.right <= each.left || each.bottom <= toast.top || toast.bottom <= each.top).toBe(true);
        }
      }
    }
    await page.setViewportSize({ width: 360, height: 740 });
    await open(wei, "meetings");
    await eventually(() => standing(wei)).toBe("booked");
  });

  it("lose nothing when the server is killed, and are back by themselves", async () => {
    await server.stop("SIGKILL");
    server = await HallServer.start({ layout: file, data: server.data, port: server.port });
    for (const each of [wei, bo]) {
      await eventually(() => each.page.evaluate(() => document.querySelector<Root>("hall-interface")?.view.connection), 60_000).toBe("online");
      expect(await standing(each)).toBe("booked");
    }
  });

  it("find each other: a line on the floor leads the buyer there", async () => {
    await act(wei, "lead");
    await eventually(() => wei.page.locator("hall-route-bar h2").innerText()).toContain("风牧铸造");
  });

  it("speak by video", async () => {
    await act(bo, "here");
    await act(bo, "call");
    await wei.page.locator("hall-call section[data-call=incoming]").waitFor();
    await wei.page.getByRole("button", { name: "视频接听" }).press("Enter");
    for (const { page } of [wei, bo]) await eventually(() => page.locator("hall-call section").getAttribute("data-call"), 60_000).toBe("speaking");
    await bo.page.getByRole("button", { name: "Hang up" }).press("Enter");
  });

  it("tell what came of it, and it stands in the exhibitor's list, also after a reload", async () => {
    await open(wei, "meetings");
    await act(wei, "here");
    await eventually(() => standing(wei)).toBe("met");
    await open(bo, "meetings");
    await act(bo, "outcome");
    await bo.page.locator("hall-meeting-list [name=outcome][value=order]").check({ force: true });
    await bo.page.locator("hall-meeting-list textarea[name=note]").fill("Sends drawings");
    await confirm(bo);
    await eventually(() => bo.page.locator("hall-meeting-list form").count()).toBe(0);
    await eventually(() => bo.page.locator("hall-meeting-list [data-meeting]").innerText()).toContain("Sends drawings");
    await bo.page.reload();
    await enter(bo.page);
    await open(bo, "meetings");
    await eventually(() => standing(bo)).toBe("met");
    expect(await bo.page.locator("hall-meeting-list [data-meeting]").innerText()).toContain("Sends drawings");
    expect(await wei.page.locator("hall-meeting-list [data-meeting]").innerText()).not.toContain("Sends drawings");
  });

  it("have all of it as pages without a script, too", async () => {
    await wei.page.locator("hall-meetings [data-step=profile]").press("Enter");
    const own = await wei.page.locator("hall-meeting-profile [data-page]").getAttribute("href");
    const pages = { buyer: [wei, own ?? "", "风牧铸造"], staff: [bo, `${server.url}staff/meet/meetings?lang=en`, "Sends drawings"], new: [bo, `${server.url}text/meet/meet?lang=en`, "What you need"] } as const;
    for (const [name, [{ context }, address, said]] of Object.entries(pages)) {
      const page = await context.newPage();
      await page.goto(address);
      await picture(page, `meeting-text-${name}`);
      expect(await page.locator("main").innerText()).toContain(said);
      await fits(page);
      await page.close();
    }
  });

  it("make no mistakes meanwhile", () => {
    // While the server was dead it could not be reached, for its service worker neither.
    expect([...wei.mistakes, ...bo.mistakes].filter((each) => !/ERR_CONNECTION|WebSocket|Failed to load|fetching the script/.test(each))).toEqual([]);
  });
});
