import js from "@eslint/js";
import tseslint from "typescript-eslint";

// Who may import whom: a room may import the rooms below it, never beside or above.
const layers = [
  ["core"], ["hall", "protocol", "worker"], ["session", "movement", "net"], ["ui", "stage", "input", "embed"], ["app"], ["main"],
];
// Libraries that live behind one door each.
const doors = { three: ["stage"], lit: ["ui"], "socket.io-client": ["net"], "hls.js": ["net"] };
const rooms = layers.slice(0, 4).flat();

function forbidden(room) {
  const level = layers.findIndex((layer) => layer.includes(room));
  const away = layers.slice(level).flat().filter((other) => other !== room);
  const patterns = away.map((other) => ({
    regex: `^(\\.\\./)+${other}(/|\\.|$)`,
    message: `${room}/ may not import ${other}: see the order of rooms in web/eslint.config.js.`,
  }));
  for (const [library, homes] of Object.entries(doors)) {
    if (homes.includes(room)) continue;
    patterns.push({ regex: `^${library}(/|$)`, message: `${library} is used in ${homes.join(", ")}/ only.` });
  }
  return patterns;
}

const roomRules = rooms.map((room) => ({
  files: [`src/${room}/**/*.ts`],
  rules: { "no-restricted-imports": ["error", { patterns: forbidden(room) }] },
}));

// DOM is built in ui/ only; the boot page (main, app) may look up its own elements.
const noDocument = {
  files: ["core", "hall", "protocol", "worker", "session", "movement", "net"].map((room) => `src/${room}/**/*.ts`),
  rules: { "no-restricted-globals": ["error", "document", "window", "localStorage"] },
};

const appRules = {
  files: ["src/*.ts"],
  rules: {
    "no-restricted-imports": ["error", {
      patterns: Object.keys(doors).map((library) => ({ regex: `^${library}(/|$)`, message: `${library} stays behind its room.` })),
    }],
  },
};

export default tseslint.config(
  { ignores: ["node_modules", "dist", "public"] },
  js.configs.recommended,
  ...tseslint.configs.strict,
  {
    languageOptions: { globals: { console: "readonly", process: "readonly", URL: "readonly", Buffer: "readonly" } },
    rules: {
      "no-undef": "off",
      "max-lines": ["error", 400],
      "max-lines-per-function": ["error", { max: 60, skipComments: true, skipBlankLines: true }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
      "@typescript-eslint/consistent-type-imports": "error",
    },
  },
  { files: ["tests/**", "bench/**", "sheet/**"], rules: { "max-lines-per-function": "off", "@typescript-eslint/no-non-null-assertion": "off" } },
  ...roomRules,
  noDocument,
  appRules,
);
