/**
 * Every page of the text tour, of letters and of meetings, in both languages, light and dark: no breach of accessibility,
 * nothing beside the picture of the narrowest phone, no word of the other language. What pages there are is what the server
 * says of itself: a page without a row below fails.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { spilled, wordsOf } from "./reading.js";
import { HallServer } from "./serving.js";
import { breaches, eventually, launch } from "./visiting.js";
import { AREAS } from "./wording.js";

const MINUTE = 60_000;
const moment = (minutes: number): string => new Date(Date.now() + minutes * MINUTE).toISOString().slice(0, 16).replace("T", " ");
const LAYOUT = `
hallwright: 1
id: words
name: {en: Fair in words, zh: 文字展会}
theme: {en: Say it, zh: 说出来}
meetings: {minutes: 15, tracks: [matchmaking], rooms: [], industries: [{id: metal, name: {en: Metal, zh: 金属加工}}]}
exhibitors:
  - {id: acme, name: {en: Acme Pumps, zh: 艾克泵业}, country: CN, products: [{en: Pumps, zh: 水泵}],
     meeting: {offers: {en: Pumps for water, zh: 水泵}, industries: [metal], languages: [zh, en]}}
exhibits:
  - {id: rocket, name: {en: Rocket, zh: 火箭}, model: rocket, summary: {en: It flies., zh: 它会飞。}, source: News, queue: {minutes: 5}}
${AREAS}devices:
  - {id: counter, kind: counter, area: hall, name: {en: Signing desk, zh: 签约台}, board: figures, row: projects}
tours:
  - id: walk
    name: {en: A short walk, zh: 短途漫步}
    summary: {en: From the door to the rocket., zh: 从入口到火箭。}
    stops:
      - {spawn: entrance, name: {en: The door, zh: 入口}, text: {en: Welcome., zh: 欢迎。}}
      - {placement: rocket, run: true, text: {en: Here it stands., zh: 它就在这里。}}
      - {at: [12, 12], area: park, name: {en: The lawn, zh: 草坪}, text: {en: Rest here., zh: 在此休息。}}
programme:
  timezone: UTC
  starts: ${moment(-60).slice(0, 10)}
  tracks:
    - {id: forum, name: {en: Forum, zh: 论坛}, color: "#1F6FB2"}
    - {id: matchmaking, name: {en: Matchmaking, zh: 供需对接}, color: "#7A4FB5"}
  sessions:
    - {id: opening, title: {en: Opening, zh: 开幕式}, abstract: {en: Doors open., zh: 开门。}, track: forum, stage: stage, starts: ${moment(-50)}, ends: ${moment(60)}}
    - {id: hours, title: {en: Matchmaking, zh: 供需对接}, track: matchmaking, booth: a01, starts: ${moment(30)}, ends: ${moment(90)}}
`;

/** Who reads: somebody without an account, the staff of a booth, an account of no booth. */
type Who = "anyone" | "staff" | "organizer";

interface Row {
  readonly path: string;
  readonly who?: Who;
  readonly status?: number;
}

/** What pages of their own were made for, by those who read them: secrets of a letter and of buyers, one with a meeting and one
 *  who has asked for it; a letter's number. */
const made = { letter: "", number: "", buyer: "", asker: "" };

/** By route, as the server describes it: how it looks, and how it refuses. `{letter}` and the like are put in from `made`. */
const ROWS: Readonly<Record<string, readonly Row[]>> = {
  "/text": [{ path: "/text" }],
  "/text/{venue}": [{ path: "/text/words" }, { path: "/text/none", status: 404 }],
  "/text/{venue}/all": [{ path: "/text/words/all" }],
  "/text/{venue}/areas/{id}": [{ path: "/text/words/areas/hall" }, { path: "/text/words/areas/park" }, { path: "/text/words/areas/hall?order=quiet" }],
  "/text/{venue}/areas/{id}/floor": [{ path: "/text/words/areas/hall/floor" }],
  "/text/{venue}/ask": [{ path: "/text/words/ask" }, { path: "/text/words/ask?q=rocket" }],
  "/text/{venue}/boards/{id}": [{ path: "/text/words/boards/figures" }],
  "/text/{venue}/booths/{booth}/ask": [{ path: "/text/words/booths/a01/ask" }, { path: "/text/words/booths/none/ask", status: 404 }],
  "/text/{venue}/booths/{id}": [{ path: "/text/words/booths/a01" }, { path: "/text/words/booths/none", status: 404 }],
  "/text/{venue}/exhibitors": [{ path: "/text/words/exhibitors" }],
  "/text/{venue}/exhibits/{id}": [{ path: "/text/words/exhibits/rocket" }],
  "/text/{venue}/exhibits/{id}/queue": [{ path: "/text/words/exhibits/rocket/queue" }],
  "/text/{venue}/letters/{secret}": [{ path: "/text/words/letters/{letter}" }, { path: "/text/words/letters/none-of-these-at-all", status: 404 }],
  "/text/{venue}/meet": [{ path: "/text/words/meet" }],
  "/text/{venue}/meet/{secret}": [{ path: "/text/words/meet/{buyer}" }, { path: "/text/words/meet/{asker}" }, { path: "/text/words/meet/short", status: 404 }],
  "/text/{venue}/programme": [{ path: "/text/words/programme" }],
  "/text/{venue}/route": [{ path: "/text/words/route" }, { path: "/text/words/route?to=rocket&from=makers" }, { path: "/text/words/route?to=zxqvbn", status: 404 }],
  "/text/{venue}/search": [{ path: "/text/words/search" }, { path: "/text/words/search?q=rocket" }, { path: "/text/words/search?q=matchmaking" }],
  "/text/{venue}/tours": [{ path: "/text/words/tours" }],
  "/text/{venue}/tours/{id}": [{ path: "/text/words/tours/walk" }],
  "/text/{venue}/zones/{id}": [{ path: "/text/words/zones/makers" }],
  "/staff": [{ path: "/staff", who: "staff" }],
  "/staff/{venue}": [{ path: "/staff/words", who: "staff" }, { path: "/staff/words", status: 401 }, { path: "/staff/words", who: "organizer" }],
  "/staff/{venue}/letters/{letter}": [{ path: "/staff/words/letters/{number}", who: "staff" }, { path: "/staff/words/letters/none", who: "staff", status: 404 }],
  "/staff/{venue}/meetings": [
    { path: "/staff/words/meetings", who: "staff" }, { path: "/staff/words/meetings", status: 401 }, { path: "/staff/words/meetings", who: "organizer", status: 403 },
    { path: "/staff/words/meetings?booth=a99", who: "staff", status: 403 },
  ],
};
const HAN = /\p{Script=Han}/u;
const shots = process.env["HALLWRIGHT_SHOTS"];

interface Described {
  readonly paths: Readonly<Record<string, { readonly get?: { readonly responses: Readonly<Record<string, { readonly content?: object }>> } }>>;
}

describe("pages in words", () => {
  const folder = mkdtempSync(join(tmpdir(), "hallwright-layout-"));
  const mistakes: string[] = [];
  const contexts = new Map<Who, BrowserContext>();
  let server: HallServer;
  let browser: Browser;

  const pageOf = async (who: Who): Promise<Page> => {
    const page = await contexts.get(who)?.newPage();
    if (!page) throw new Error(`nobody is ${who}`);
    page.on("pageerror", (error) => mistakes.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error" && !/status of 40[134]/.test(message.text())) mistakes.push(message.text());
    });
    return page;
  };
  /** Takes an invitation as its form does, without the hall that opens after it: no picture is drawn here. */
  const logIn = async (who: Who, link: string): Promise<void> => {
    const { origin, searchParams } = new URL(link);
    const form = { invite: searchParams.get("invite") ?? "", name: who };
    const answer = await contexts.get(who)?.request.post(`${origin}/enter`, { form, headers: { Origin: origin }, maxRedirects: 0 });
    expect(answer?.status()).toBe(303);
  };
  /** Fills in a form that leads to a page of its own, and tells the last part of its address. */
  const sent = async (page: Page, path: string, fields: Readonly<Record<string, string>>): Promise<string> => {
    await page.goto(new URL(path, server.url).href);
    for (const [name, text] of Object.entries(fields)) await page.locator(`main [name="${name}"]`).fill(text);
    await page.locator("main input[name=consent]").check();
    for (const free of await page.locator("main input[name=free]").all()) await free.check();
    await page.locator("main form button").last().press("Enter");
    await page.waitForURL((url) => !url.pathname.endsWith(path));
    return new URL(page.url()).pathname.split("/").at(-1) ?? "";
  };

  /** Somebody who asks booth A01 for a meeting; the secret of their page. */
  const buyer = async (page: Page, name: string): Promise<string> => {
    const secret = await sent(page, "/text/words/meet", { needs: "Pumps for water 水泵", name, company: "Cars" });
    const match = page.locator("main [data-match=a01]");
    await match.locator("summary").press("Enter");
    await match.locator("button[value=ask]").press("Enter");
    await page.locator("main [data-meeting]").waitFor();
    return secret;
  };

  beforeAll(async () => {
    writeFileSync(join(folder, "venue.yaml"), LAYOUT);
    if (shots) mkdirSync(shots, { recursive: true });
    [server, browser] = await Promise.all([HallServer.start({ layout: join(folder, "venue.yaml") }), launch()]);
    for (const who of ["anyone", "staff", "organizer"] as const) {
      contexts.set(who, await browser.newContext({ viewport: { width: 320, height: 640 }, reducedMotion: "reduce" }));
    }
    await logIn("staff", await server.invite("exhibitor", "en", ["a01"]));
    await logIn("organizer", await server.invite("organizer"));
    const [reader, staff] = [await pageOf("anyone"), await pageOf("staff")];
    made.letter = await sent(reader, "/text/words/booths/a01/ask", { text: "How much? <b>多少</b>", signature: "Wei" });
    made.buyer = await buyer(reader, "Wei");
    await staff.goto(new URL("/staff/words/meetings?lang=en", server.url).href);
    await staff.locator("main select[name=slot]").first().selectOption({ index: 1 });
    await staff.locator("main button[value=accept]").press("Enter");
    await staff.locator("main button[value=accept]").waitFor({ state: "detached" });
    made.asker = await buyer(reader, "Lin");
    await staff.goto(new URL("/staff/words?lang=en", server.url).href);
    const answered = await staff.locator("main a[href*='/letters/']").first().getAttribute("href");
    made.number = new URL(answered ?? "", server.url).pathname.split("/").at(-1) ?? "";
    await Promise.all([reader.close(), staff.close()]);
  });

  afterAll(async () => {
    await browser?.close();
    await server?.end();
    rmSync(folder, { recursive: true, force: true });
  });

  it("have a search and ways", async () => {
    for (const path of ["api/v1/venues/words/search?q=rocket", "text/words/route?to=rocket&from=makers"]) {
      await eventually(async () => (await fetch(server.url + path)).status, 60_000).toBe(200);
    }
  });

  it("are all in the table", async () => {
    const { paths } = (await (await fetch(`${server.url}api/v1/openapi.json`)).json()) as Described;
    const isPage = ([path, { get }]: [string, Described["paths"][string]]): boolean => {
      const answers = get?.responses ?? {};
      const leads = "302" in answers && !("200" in answers);
      return /^\/(text|staff)\b/.test(path) && get !== undefined && (leads || Object.keys(answers["200"]?.content ?? {}).includes("text/html"));
    };
    const pages = Object.entries(paths).filter(isPage).map(([path]) => path);
    expect(pages.length).toBeGreaterThan(20);
    expect(pages.sort()).toEqual(Object.keys(ROWS).sort());
  });

  const rows = Object.values(ROWS).flat();
  it.each(rows.map((row) => [row.path, row.who ?? "anyone", row.status ?? 200, row] as const))("%s, read by %s (%i)", async (path, who, status) => {
    const page = await pageOf(who);
    for (const lang of ["en", "zh"] as const) {
      const url = new URL(path.replaceAll(/\{(\w+)\}/g, (_, key: keyof typeof made) => made[key]), server.url);
      url.searchParams.set("lang", lang);
      const answer = await page.goto(url.href);
      expect(answer?.status()).toBe(status);
      expect(await page.evaluate(() => document.documentElement.lang)).toBe(lang === "en" ? "en" : "zh-CN");
      if (status === 200 && (await page.locator("body[data-venue] #people").count()) > 0) await page.locator("#people li").first().waitFor();
      for (const colorScheme of ["light", "dark"] as const) {
        await page.emulateMedia({ colorScheme });
        expect(await breaches(page)).toEqual([]);
        if (shots) await page.screenshot({ path: join(shots, `page${path.replaceAll(/\W+/g, "-")}-${who}-${lang}-${colorScheme}.png`), fullPage: true });
      }
      expect(await spilled(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
      // What people have written is in their own words, and each language is called by its own name.
      const written = /letters|\/meet|^\/staff/.test(path) || path.startsWith("/text/words/ask?");
      if (lang === "zh") expect(await wordsOf(page)).toMatch(HAN);
      else if (status === 200 && !written) expect(await wordsOf(page)).not.toMatch(HAN);
    }
    await page.close();
  });

  it("break no policy", () => expect(mistakes).toEqual([]));
});
