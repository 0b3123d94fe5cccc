/** Everything that the interface can show, in both languages, by light and in the dark, on a phone and at 200 % zoom: no breach of
 *  accessibility, nothing beside the picture, nothing that a thumb would miss, no words of the other language. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { holdOn, letGo } from "./holding.js";
import { picture, picturing } from "./picturing.js";
import { halfCovered, smallTargets, spilled, wordsOf } from "./reading.js";
import { Cast, PHONE } from "./sweeping/cast.js";
import { doorway, everything, inside } from "./sweeping/everything.js";
import type { Row } from "./sweeping/rows.js";
import { breaches, enter, speak } from "./visiting.js";

/** 1280 × 720 at 200 %. */
const ZOOMED = { width: 640, height: 360 };
const [TABLET, DESKTOP] = [{ width: 820, height: 1180 }, { width: 1920, height: 1080 }];
const SIZES = [PHONE, ZOOMED, ...(picturing ? [TABLET, DESKTOP] : [])];
/** Rules of axe that ask for colours, and those that ask where things are: all others find by any size and light what they find by one. */
const COLOURS = ["color-contrast", "link-in-text-block"];
const LAYOUT = [...COLOURS, "scrollable-region-focusable"];
/** ms. */
const DRAWN = 600;
const LANGUAGES = ["en", "zh"] as const;
/** What is written alike in both languages: names and signs. */
const COMMON = /\b(VR|Hallwright|vCards?|CSV|JSON|HTML|ICS|SVG|Wi-Fi|GLB|WebGL|Acme|E1|info@example\.com|https?:\S+|example\.com\S*|English|Ctrl|Alt|Esc|Enter|Tab|Home|End|Shift|Etc|GMT\S*|UTC\S*|ms|km|Xbox|PlayStation|Start|Page|Up|Down|Delete|Space|Insert|Chrome|Edge|Firefox|Safari)\b/g;

/** Words of the other language. */
async function foreign(page: Page, lang: "en" | "zh", own: RegExp | undefined): Promise<readonly string[]> {
  const words = (await wordsOf(page)).replaceAll(COMMON, "").replaceAll(own ? new RegExp(own.source, own.flags.includes("g") ? own.flags : `${own.flags}g`) : /$^/g, "");
  return words.match(lang === "en" ? /\p{Script=Han}+/gu : /[A-Za-z]{3,}/g) ?? [];
}

/** Looks at a page by one size, in one language. */
async function seen(page: Page, { seen, name, own }: Row, size: typeof PHONE, lang: "en" | "zh"): Promise<readonly string[]> {
  const found: string[] = [];
  const note = (all: readonly string[]): void => void found.push(...all);
  const checked = size === PHONE || size === ZOOMED;
  await speak(page, lang);
  if ((await page.locator(seen).count()) === 0) note([`${seen} is not there`]);
  if (picturing) await page.waitForTimeout(DRAWN); // plans and the hall are drawn a moment later
  await picture(page, `${String(size.width)} ${lang} ${name}`);
  note(await spilled(page));
  if (checked) note([...(await breaches(page, size === PHONE ? [] : LAYOUT)), ...(await smallTargets(page)).map((each) => `small: ${each}`)]);
  note((await halfCovered(page)).map((each) => `covered: ${each}`));
  if (size !== PHONE) return found;
  note((await foreign(page, lang, own)).map((each) => `foreign: ${each}`));
  await page.emulateMedia({ colorScheme: "dark" });
  await picture(page, `${String(size.width)} ${lang} dark ${name}`);
  note((await breaches(page, COLOURS)).map((each) => `dark: ${each}`));
  await page.emulateMedia({ colorScheme: "light" });
  return found;
}

async function swept(page: Page, row: Row): Promise<void> {
  const found: string[] = [];
  const before = page.viewportSize() ?? PHONE;
  for (const size of SIZES) {
    await page.setViewportSize(size);
    // Back and forth, so that the language changes once a size.
    for (const lang of SIZES.indexOf(size) % 2 === 0 ? LANGUAGES : [...LANGUAGES].reverse()) {
      found.push(...(await seen(page, row, size, lang)).map((each) => `${String(size.width)} ${lang}: ${each}`));
    }
  }
  await speak(page, "en");
  await page.setViewportSize(before);
  expect([...new Set(found)]).toEqual([]);
}

describe("everything that the interface shows", () => {
  let cast: Cast;

  beforeAll(async () => {
    cast = await Cast.call();
  });

  afterAll(() => cast?.dismiss());

  async function look(row: Row): Promise<void> {
    for (const each of [cast.ada.page, cast.hu, cast.bo]) await holdOn(each);
    let page: Page | undefined;
    try {
      page = await row.open(cast);
      await page.locator(row.seen).first().waitFor();
      await swept(page, row);
    } finally {
      for (const each of [cast.ada.page, cast.hu, cast.bo]) await letGo(each);
      if (page) await row.close?.(cast, page);
    }
  }

  it("loading, and in", async () => {
    await look(doorway);
    await enter(cast.ada.page);
  });

  for (const row of inside) it(row.name, () => look(row));

  it("was looked at under its own name each", () => {
    expect(new Set(everything.map(({ name }) => name)).size).toBe(everything.length);
    expect(cast.ada.mistakes.filter((each) => !/ERR_|WebSocket|Failed to load|fetching the script/.test(each))).toEqual([]);
  });
});

