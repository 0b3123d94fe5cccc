import { expect, it } from "vitest";
import { Keeping } from "../src/keeping.js";

class Box {
  readonly held = new Map<string, string>();
  getItem = (key: string): string | null => this.held.get(key) ?? null;
  setItem = (key: string, value: string): void => void this.held.set(key, value);
  removeItem = (key: string): void => void this.held.delete(key);
}

it("keeps what the tab keeps, and each frame of it its own", () => {
  const box = new Box();
  const [page, first, second] = ["", "hallwright-1", "hallwright-2"].map((name) => new Keeping(name, () => box));
  page!.setItem("session", "a");
  first!.setItem("session", "b");
  expect([page, first, second].map((each) => each!.getItem("session"))).toEqual(["a", "b", null]);
  expect(new Keeping("hallwright-1", () => box).getItem("session")).toBe("b");
  first!.removeItem("session");
  expect([page, first].map((each) => each!.getItem("session"))).toEqual(["a", null]);
});

it.each([
  ["is forbidden", () => { throw new Error("SecurityError"); }],
  ["is full", () => ({ ...new Box(), setItem: () => { throw new Error("QuotaExceededError"); } })],
] as const)("lasts as long as the page where storage %s", (_, storage) => {
  const keeping = new Keeping("", storage as () => Box);
  expect(keeping.getItem("session")).toBeNull();
  keeping.setItem("session", "a");
  expect(keeping.getItem("session")).toBe("a");
  keeping.removeItem("session");
  expect(keeping.getItem("session")).toBeNull();
});
