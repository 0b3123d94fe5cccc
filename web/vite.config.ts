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
    // The service worker is asked for by the one address that it always had.
    rollupOptions: {
      input: { index: "index.html", visit: "visit.html", "text-tour": "src/text-tour.ts", "service-worker": "src/service-worker.ts" },
      output: {
        entryFileNames: ({ name }) => (name === "service-worker" ? "[name].js" : "assets/[name]-[hash].js"),
        // The larger part, which our own changes leave as it is: whoever was here before has it.
        codeSplitting: { groups: [{ name: "three", test: /node_modules\/three\// }] },
      },
    },
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
      "/app.webmanifest": server,
      "/embed.js": server,
      "/presence": websocket,
      "/socket.io": websocket,
    },
  },
});
