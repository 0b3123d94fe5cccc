/** What a line of the table of everything is. */
import type { Page } from "playwright-core";
import { type Cast, closeAll, openPanel } from "./cast.js";

export interface Row {
  readonly name: string;
  /** Names of panels (`PanelName`) and elements that it shows. */
  readonly shows: readonly string[];
  /** What is to be seen all the while. */
  readonly seen: string;
  /** Puts it up; resolves to the page that shows it. */
  readonly open: (cast: Cast) => Promise<Page>;
  /** Takes it away again. */
  readonly close?: (cast: Cast, page: Page) => Promise<unknown>;
  /** Words in the other language that belong there: what somebody wrote, or is called. */
  readonly own?: RegExp;
}

/** A dialog that the menu opens, and what is done in it then. */
export const dialog = (panel: string, then?: (page: Page) => Promise<unknown>, more: Partial<Row> = {}): Row => ({
  name: panel,
  shows: [panel, `hall-${panel}-dialog`],
  seen: `hall-${panel}-dialog dialog`,
  open: async ({ ada: { page } }) => {
    await openPanel(page, panel);
    await then?.(page);
    return page;
  },
  close: (_, page) => closeAll(page),
  ...more,
});
