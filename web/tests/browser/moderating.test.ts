import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Root } from "../../src/ui/root.js";
import { tabTo } from "./reading.js";
import { HallServer } from "./serving.js";
import { breaches, enter, eventually, launch, visit, type Visit } from "./visiting.js";

const view = <T>({ page }: Visit, ask: (root: Root) => T): Promise<T> =>
  page.evaluate(`(${ask.toString()})(document.querySelector("hall-interface"))`) as Promise<T>;
const press = async (page: Page, ...names: string[]): Promise<void> => {
  for (const name of names) {
    await tabTo(page, name);
    await page.keyboard.press("Enter");
  }
};

describe("a moderator and somebody who shouts", () => {
  let server: HallServer;
  let browser: Browser;
  let mo: Visit;
  let eve: Visit;
  const restarted = async (): Promise<void> => {
    const { port, data } = server;
    await server.stop();
    server = await HallServer.start({ port, data });
  };

  beforeAll(async () => {
    [server, browser] = await Promise.all([HallServer.start(), launch()]);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.end();
  });

  it("one comes by an invitation, and has a badge", async () => {
    mo = await visit(browser, server.url, { outside: true });
    await mo.page.goto(await server.invite("moderator", "zh"));
    expect(await mo.page.locator("h1").innerText()).toBe("邀请");
    expect(await breaches(mo.page)).toEqual([]);
    await mo.page.getByRole("link", { name: "English" }).click();
    expect(await breaches(mo.page)).toEqual([]);
    await mo.page.getByLabel("Name that others see").fill("Mo");
    await mo.page.keyboard.press("Enter");
    await mo.page.waitForURL((url) => url.pathname === "/");
    await enter(mo.page);
    await eventually(() => view(mo, (root) => root.view.me?.role)).toBe("moderator");
    expect(await mo.page.evaluate(() => document.cookie)).not.toContain("login");
  });

  it("the other sees who moderates, and reports", async () => {
    eve = await visit(browser, server.url, { lang: "zh", context: { viewport: { width: 360, height: 640 } } });
    await press(eve.page, "菜单", "此处的人");
    await eventually(() => eve.page.locator("hall-people-dialog [data-person] [data-role=moderator]").innerText()).toBe("管理员");
    expect(await eve.page.locator("hall-people-dialog [data-act=ban]").count()).toBe(0);
    await press(eve.page, "对 Mo 举报");
    await eve.page.keyboard.type("<b>rude</b>");
    await eve.page.keyboard.press("Enter");
    await eventually(() => eve.page.locator("hall-people-dialog [role=status]").innerText()).toBe("举报已提交给管理员。");
    await eve.page.keyboard.press("Escape");
    await eventually(() => mo.page.locator("[data-moderation]").innerText()).toContain("“<b>rude</b>”");
  });

  it("the moderator mutes by key, and both are told", async () => {
    await press(mo.page, "Menu", "People here", "Mute: Visitor");
    await eventually(() => view(eve, (root) => root.view.me?.muted)).toBe(true);
    await eventually(() => eve.page.locator("[data-moderation]").innerText()).toBe("管理员已将您禁言");
    await mo.page.locator("hall-people-dialog [data-person] [data-muted]").waitFor();
    expect(await mo.page.locator("[data-report]").innerText()).toContain("Mo: “<b>rude</b>”");
  });

  it("and bans, once it is confirmed", async () => {
    await press(mo.page, "Ban: Visitor");
    await mo.page.keyboard.press("Escape");
    await eventually(() => mo.page.locator("hall-people-dialog form").count()).toBe(0);
    await press(mo.page, "Ban: Visitor");
    await mo.page.keyboard.type("shouts");
    await mo.page.keyboard.press("Enter");
    await mo.page.locator("[data-ban]").waitFor();
    await eventually(() => view(eve, (root) => root.view.connection)).toBe("banned");
    const told = await eve.page.locator("hall-connection [data-connection=banned]").innerText();
    expect(told).toContain("您已被禁止进入本展会");
    expect(told).toContain("原因：shouts。");
    await eventually(() => view(mo, (root) => root.view.people.length)).toBe(0);
  });

  it("who is banned stays out: in another tab, and after the server was started again", async () => {
    await restarted();
    for (const page of [eve.page, await eve.context.newPage()]) {
      await page.goto(`${server.url}?lang=zh&tier=low`);
      await page.getByRole("button", { name: "进入展厅" }).press("Enter");
      await page.locator("hall-connection [data-connection=banned]").waitFor();
    }
    await eventually(() => view(mo, (root) => root.view.connection), 40_000).toBe("online");
    expect(await view(mo, (root) => [root.view.me?.role, root.view.people.length])).toEqual(["moderator", 0]);
  });

  it("until the ban is lifted; and who is removed may come back", async () => {
    await mo.page.locator("[data-unban]").press("Enter");
    await mo.page.getByText("Nobody is banned.").waitFor();
    await eve.page.reload();
    await enter(eve.page, "zh");
    await eventually(() => view(mo, (root) => root.view.people.length)).toBeGreaterThan(0);
    const before = await view(eve, (root) => root.view.me?.number);
    await mo.page.locator("[data-act=kick]").first().press("Enter");
    await mo.page.locator("[data-confirm]").press("Enter");
    await eventually(() => view(eve, (root) => root.view.connection)).toBe("kicked");
    await eve.page.getByRole("button", { name: "重新进入" }).press("Enter");
    await eventually(() => view(eve, (root) => root.view.connection)).toBe("online");
    expect(await view(eve, (root) => root.view.me?.number)).not.toBe(before);
    expect(mo.mistakes.filter((each) => !each.includes("WebSocket") && !each.includes("ERR_CONNECTION_REFUSED"))).toEqual([]);
  });
});
