import type { Plugin } from "vite";

/** Leaves the older of two formats out of font stylesheets: every browser that runs the viewer reads woff2. */
export function woff2Only(): Plugin {
  return {
    name: "hallwright-woff2-only",
    enforce: "pre",
    transform(code, id) {
      if (!id.includes("@fontsource") || !id.includes(".css")) return null;
      return { code: code.replace(/,\s*url\([^)]*\.woff\)\s*format\(["']woff["']\)/g, ""), map: null };
    },
  };
}
