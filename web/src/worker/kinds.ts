/** What the service worker makes of a request. Pure. */

/**
 * `page`: a page of the viewer; `asset`: a file of the viewer, whose name tells its content; `file`: one of a hall, likewise;
 * `list`: the venues; `manifest`: what a hall is made of now.
 */
export type Kind = "page" | "asset" | "file" | "list" | "manifest";

export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly mode: string;
  readonly cache: string;
  /** Whether only a part of the file is wanted. */
  readonly part: boolean;
}

/** The viewer's pages: the hall, and the visitor's own. */
export const PAGES: readonly string[] = ["/", "/visit"];
const ASSET = /^\/assets\/.+-[\w-]{8}\.\w+$/;
const FILE = /^\/venues\/[^/]+\/files\/[\w.-]+-[0-9a-f]{16}\.\w+$/;
const MANIFEST = /^\/api\/v1\/venues\/[^/]+\/manifest$/;

/** The kind of a request; null for whatever is none of the worker's business: sockets, answers that change, other origins. */
export function kindOf(asked: Asked, origin: string): Kind | null {
  const { pathname, origin: from } = new URL(asked.url);
  if (asked.method !== "GET" || from !== origin || asked.part) return null;
  if (asked.mode === "navigate") return PAGES.includes(pathname) ? "page" : null;
  if (ASSET.test(pathname)) return "asset";
  if (FILE.test(pathname)) return "file";
  if (asked.cache !== "default") return null; // asked for what is so now
  if (pathname === "/api/v1/venues") return "list";
  return MANIFEST.test(pathname) ? "manifest" : null;
}

/** The viewer's files that its page names. */
export const assetsOf = (page: string): readonly string[] => [...new Set(page.match(/\/assets\/[\w.-]+/g) ?? [])];

/** The names of a hall's files that its manifest tells. */
export const namesIn = (manifest: string): ReadonlySet<string> => new Set(manifest.match(/[\w.-]+-[0-9a-f]{16}\.\w+/g) ?? []);
