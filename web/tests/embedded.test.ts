import { expect, it } from "vitest";
import { Embedded } from "../src/embedded.js";
import type { EmbedCommand } from "../src/protocol/embedding.js";
import { blankView, type View } from "../src/ui/view.js";
import { sample } from "./hall/sample.js";

const manifest = sample();

const PAPER = "https://press.example";

function hall(allowed: readonly string[] | Promise<readonly string[]>, view: View = blankView) {
  const told: { message: object; to: unknown }[] = [];
  const obeyed: EmbedCommand[] = [];
  let now = 0;
  const parent = { postMessage: (message: object, to: unknown) => void told.push({ message, to }) } as unknown as Window;
  const embedded = new Embedded({
    parent, own: "https://hall.example", allowed: Promise.resolve(allowed), obey: (command) => void obeyed.push(command),
    view: () => view, blank: blankView, now: () => now,
  });
  const hear = (data: object, origin = PAPER, source: unknown = parent): Promise<void> =>
    embedded.hear({ source: source as Window, origin, data: { hallwright: 1, ...data } });
  return { embedded, told, obeyed, hear, later: (ms: number) => (now += ms) };
}

const walking: View = { ...blankView, phase: "walking", hall: manifest, area: manifest.areas[0]!.id, selected: "b1" };

it("answers a page that may embed it, with what was so far, and to its origin only", async () => {
  const { told, hear } = hall([PAPER], walking);
  await hear({ command: "hello" });
  expect(told.map(({ message }) => (message as { event: string }).event)).toEqual(["hello", "ready", "area", "enter", "select"]);
  expect(new Set(told.map(({ to }) => to))).toEqual(new Set([PAPER]));
});

it.each([
  ["a page that is not named", ["https://other.example"], PAPER],
  ["nobody named", [], PAPER],
  ["the same host by another scheme", [PAPER], "http://press.example"],
  ["a name that begins the same", [PAPER], "https://press.example.evil.example"],
  ["a file", ["*"], "null"],
])("is silent and deaf to %s", async (_, allowed, origin) => {
  const { embedded, told, obeyed, hear } = hall(allowed, walking);
  await hear({ command: "hello" }, origin);
  await hear({ command: "leadTo", id: "b1" }, origin);
  embedded.shown({ ...walking, selected: null }, walking);
  expect(told).toEqual([]);
  expect(obeyed).toEqual([]);
});

it("hears only the page around it", async () => {
  const { told, obeyed, hear } = hall(["*"]);
  await hear({ command: "hello" }, PAPER, {});
  await hear({ command: "select", id: "b1" }, PAPER, null);
  expect([told, obeyed]).toEqual([[], []]);
});

it("says nothing before it was greeted, and keeps greetings until the server says who may", async () => {
  let say: (origins: string[]) => void = () => undefined;
  const { embedded, told, obeyed, hear } = hall(new Promise((resolve) => (say = resolve)));
  const heard = [hear({ command: "hello" }), hear({ command: "select", id: "b1" })];
  embedded.shown(walking, blankView);
  expect(told).toEqual([]);
  say([PAPER]);
  await Promise.all(heard);
  expect(told).toHaveLength(1);
  expect(obeyed).toEqual([{ command: "select", id: "b1" }]);
});

it("lets any page, and the hall's own origin, where that is so", async () => {
  const anyone = hall(["*"]);
  await anyone.hear({ command: "hello" });
  expect(anyone.told).toHaveLength(1);
  const own = hall([]);
  await own.hear({ command: "hello" }, "https://hall.example");
  expect(own.told).toHaveLength(1);
});

it("reads twenty messages a second", async () => {
  const { obeyed, hear, later } = hall([PAPER]);
  for (let i = 0; i < 100; i++) await hear({ command: "leadTo", id: "b1" });
  expect(obeyed).toHaveLength(20);
  later(1500);
  await hear({ command: "leadTo", id: "b2" });
  expect(obeyed).toHaveLength(21);
});
