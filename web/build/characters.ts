import { readdirSync, readFileSync } from "node:fs";
import type { Plugin } from "vite";

const MESSAGES = new URL("../src/ui/messages/", import.meta.url);

/** Every character of the interface's texts, each once, in order: what the font of a hall must have for them. */
export function interfaceCharacters(folder: URL = MESSAGES): string {
  const texts = readdirSync(folder).map((name) => readFileSync(new URL(name, folder), "utf8"));
  return [...new Set(texts.join(""))].filter((character) => character > " ").sort().join("");
}

/** Writes them beside the bundle as `characters.txt`, where the compiler of halls reads them. */
export function characters(): Plugin {
  return {
    name: "hallwright-characters",
    generateBundle() {
      this.emitFile({ type: "asset", fileName: "characters.txt", source: interfaceCharacters() });
    },
  };
}
