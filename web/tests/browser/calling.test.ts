import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { tabTo } from "./reading.js";
import { HallServer } from "./serving.js";
import { eventually, launch, visit, type Visit } from "./visiting.js";

/** What comes from the other page: seconds played, pixels across, and whether there is a voice. */
const heard = ({ page }: Visit): Promise<{ time: number; width: number; voices: number } | null> =>
  page.evaluate(() => {
    const panel = document.querySelector("hall-interface")?.shadowRoot?.querySelector("hall-call");
    const video = panel?.shadowRoot?.querySelector<HTMLVideoElement>("video[data-other]");
    const stream = video?.srcObject as MediaStream | null | undefined;
    return video && stream ? { time: video.currentTime, width: video.videoWidth, voices: stream.getAudioTracks().length } : null;
  });
const stage = ({ page }: Visit): Promise<string | null> => page.locator("hall-call section").getAttribute("data-call");
const press = async (page: Page, ...names: string[]): Promise<void> => {
  for (const name of names) {
    await tabTo(page, name);
    await page.keyboard.press("Enter");
  }
};
/** Whether the page holds the camera or the microphone still. */
const filmed = ({ page }: Visit): Promise<boolean> => page.evaluate(() => (window as unknown as { lent: MediaStreamTrack[] }).lent.some(({ readyState }) => readyState === "live"));
/** In the page, before its own scripts: notes every track that it is given. */
const noteTracks = (): void => {
  const lent: MediaStreamTrack[] = ((window as unknown as { lent: MediaStreamTrack[] }).lent = []);
  const { mediaDevices } = navigator;
  const ask = mediaDevices.getUserMedia.bind(mediaDevices);
  mediaDevices.getUserMedia = async (wanted) => {
    const stream = await ask(wanted);
    lent.push(...stream.getTracks());
    return stream;
  };
};

describe("two people who call each other", () => {
  let server: HallServer;
  let browser: Browser;
  let ada: Visit;
  let bo: Visit;

  beforeAll(async () => {
    const devices = ["--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream", "--allow-loopback-in-peer-connection"];
    [server, browser] = await Promise.all([HallServer.start(), launch(...devices)]);
    const prepare = async (context: BrowserContext): Promise<void> => void (await context.addInitScript(noteTracks));
    ada = await visit(browser, server.url, { prepare });
    bo = await visit(browser, server.url, { lang: "zh", prepare });
  });

  afterAll(async () => {
    await browser?.close();
    await server?.end();
  });

  it("ask for no camera and no microphone before that", async () => {
    expect(await Promise.all([filmed(ada), filmed(bo)])).toEqual([false, false]);
  });

  it("ring from the list of people, by keyboard", async () => {
    await press(ada.page, "Menu", "People here", "Call Visitor");
    await eventually(() => stage(ada)).toBe("calling");
    await eventually(() => stage(bo)).toBe("incoming");
    expect(await bo.page.locator("hall-call [role=alert]").innerText()).toContain("视频通话");
    expect(await filmed(bo)).toBe(false);
  });

  it("see and hear each other", async () => {
    await press(bo.page, "视频接听");
    for (const each of [ada, bo]) {
      await eventually(() => stage(each), 60_000).toBe("speaking");
      await eventually(async () => (await heard(each))?.width, 60_000).toBeGreaterThan(0);
      const before = (await heard(each))?.time ?? 0;
      await eventually(async () => (await heard(each))?.time, 60_000).toBeGreaterThan(before + 0.5);
      expect((await heard(each))?.voices).toBe(1);
    }
  });

  it("hang up, and give camera and microphone back", async () => {
    await press(bo.page, "挂断");
    await eventually(() => stage(ada)).toBe("over");
    await eventually(() => Promise.all([filmed(ada), filmed(bo)])).toEqual([false, false]);
    await press(ada.page, "Close");
    await eventually(() => ada.page.locator("hall-call section").count()).toBe(0);
    expect([...ada.mistakes, ...bo.mistakes]).toEqual([]);
  });

  it("do not take a call, and are left alone for a while", async () => {
    await press(bo.page, "关闭", "菜单", "此处的人", "与");
    await eventually(() => stage(ada)).toBe("incoming");
    await press(ada.page, "Decline");
    await eventually(() => bo.page.locator("hall-call [role=status]").innerText()).toBe("对方未接听。");
  });
});
