/** Pictures of what tests see, for people to look at: in the folder that `HALLWRIGHT_PICTURES` names, none without it. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";

const FOLDER = process.env["HALLWRIGHT_PICTURES"] ?? "";

export const picturing = FOLDER !== "";

/** Takes a picture of what the page shows; of all of it where `whole`. */
export async function picture(page: Page, name: string, whole = false): Promise<void> {
  if (!picturing) return;
  mkdirSync(FOLDER, { recursive: true });
  await page.screenshot({ path: join(FOLDER, `${name}.png`), fullPage: whole });
}
