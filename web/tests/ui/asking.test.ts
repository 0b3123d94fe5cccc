import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Asking } from "../../src/ui/asking.js";

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

function asking() {
  const open = new Map<string, (answer: string) => void>();
  const told: string[] = [];
  const asked = new Asking<string>((query) => new Promise((resolve) => open.set(query, resolve)), (answer) => told.push(answer));
  const answer = async (query: string) => {
    open.get(query)!(`${query}!`);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { asked, open, told, answer };
}

it("asks a moment after the last letter, once", async () => {
  const { asked, open, told, answer } = asking();
  for (const query of ["r", "ro", "roc"]) {
    asked.typed(query);
    await vi.advanceTimersByTimeAsync(100);
  }
  expect([...open.keys()]).toEqual([]);
  await vi.advanceTimersByTimeAsync(20);
  expect([...open.keys()]).toEqual(["roc"]);
  await answer("roc");
  expect(told).toEqual(["roc!"]);
});

it("tells only what answers the last letter, in whatever order answers come", async () => {
  const { asked, told, answer } = asking();
  asked.typed("r");
  await vi.advanceTimersByTimeAsync(150);
  asked.typed("ro");
  await vi.advanceTimersByTimeAsync(150);
  await answer("ro");
  await answer("r");
  expect(told).toEqual(["ro!"]);
});

it("tells nothing once the field is empty", async () => {
  const { asked, open, told, answer } = asking();
  asked.typed("r");
  await vi.advanceTimersByTimeAsync(150);
  asked.typed("");
  await answer("r");
  await vi.advanceTimersByTimeAsync(1000);
  expect([told, open.size]).toEqual([[], 1]);
});
