import { defineConfig } from "vite";

// One file without imports, at an address that stays: pages of other sites load it by name.
export default defineConfig({
  publicDir: false,
  build: {
    outDir: "../server/hallwright/bundle/viewer",
    emptyOutDir: false, // the viewer is there already
    lib: { entry: "src/embed.ts", formats: ["es"], fileName: () => "embed.js" },
    target: "es2022",
    minify: true,
    sourcemap: false,
  },
});
