import { defineConfig } from "vite";
import { characters } from "./build/characters.js";
import { woff2Only } from "./build/woff2-only.js";

// The server of `hallwright serve` that the development server passes data requests to.
const server = process.env["HALLWRIGHT_SERVER"] ?? "http://127.0.0.1:8000";
const websocket = { target: server, ws: true };

export default defineConfig({
  base: "/",
  publicDir: "public",
  plugins: [characters(), woff2Only()],
  build: {
    outDir: "../server/hallwright/bundle/viewer",
    emptyOutDir: true,
    assetsDir: "assets",
    assetsInlineLimit: 0, // the page's policy allows scripts, styles and fonts from our own server only
    modulePreload: { polyfill: false },
    // The script of the text tour is a page's own only in the server's templates (server/hallwright/api/text).
    rollupOptions: { input: { index: "index.html", visit: "visit.html", "text-tour": "src/text-tour.ts" } },
    target: "es2022",
    sourcemap: false,
    chunkSizeWarningLimit: 900,
  },
  server: {
    port: 5173,
    proxy: {
      "/api": server,
      "/venues": server,
      "/healthz": server,
      "/text": server,
      "/visit": { target: server, bypass: ({ url }) => url?.replace(/^\/visit(?=\?|$)/, "/visit.html") },
      "/presence": websocket,
      "/socket.io": websocket,
    },
  },
});
