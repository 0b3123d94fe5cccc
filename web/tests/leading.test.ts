import { afterEach, describe, expect, it, vi } from "vitest";
import type { Point } from "../src/core/plan.js";
import { Leading } from "../src/leading.js";
import type { Goal, Led } from "../src/ui/lead-view.js";
import { defaultPreferences } from "../src/ui/preferences.js";
import { blankView, type View } from "../src/ui/view.js";

/** Places stand on a line, `a10` at 10 m; `nowhere` cannot be reached. */
const spot = (id: string): Point => [Number(id.slice(1)), 0];
const text = (said: string): { en: string; zh: string } => ({ en: said, zh: said });
const goal = (id: string): Goal => ({ id, name: text(`Place ${id}`) });

/** Straight ways to each in the order of their distance, as the server tells them. */
function routes(from: Point, to: readonly string[]): object {
  const order = to.map((id, index) => ({ id, index })).sort((one, other) => spot(one.id)[0] - spot(other.id)[0]);
  const points = [from, ...order.map(({ id }) => spot(id))];
  const legs = order.map((_, i) => ({ area: "hall", portal: null, line: [points[i], points[i + 1]] }));
  const hints = order.map(({ id }, leg) => ({
    kind: leg === order.length - 1 ? "arrive" : "stop", leg, at: spot(id), distance: Math.abs(spot(id)[0] - from[0]), text: text(`There: ${id}`),
  }));
  return { stops: order.map(({ index }, leg) => ({ index, leg })), legs, hints };
}

class Visitor {
  readonly walker = { x: 0, y: 0 };
  /** The stops of every question. */
  readonly asked: string[][] = [];
  readonly leading: Leading;
  private view: View = blankView;
  private now = performance.now();

  constructor() {
    const told = (): View => this.view;
    this.leading = new Leading({
      world: { area: { value: { id: "hall" } }, walker: this.walker },
      interface: {
        get view() {
          return told();
        },
        preferences: defaultPreferences,
        show: (change) => (this.view = { ...this.view, ...change }),
      },
      hall: () => ({ venue: "fair" }),
      still: () => true,
      ask: (address) => Promise.resolve(this.answer(new URL(String(address), "https://hall.example"))),
    });
  }

  get led(): Led | null {
    return this.view.led;
  }

  /** Draws a frame so many ms later. */
  after(ms: number): void {
    this.now = Math.max(this.now, performance.now()) + ms;
    this.leading.frame(this.now);
  }

  stand(x: number, y = 0): void {
    [this.walker.x, this.walker.y] = [x, y];
    this.after(200);
  }

  /** Waits until frames tell that it leads there. */
  async ledTo(id: string): Promise<void> {
    await vi.waitFor(() => {
      this.after(200);
      expect(this.led).toMatchObject({ state: "leading", to: id });
    });
  }

  private answer({ searchParams }: URL): Response {
    const to = searchParams.getAll("to");
    this.asked.push(to);
    if (to.includes("nowhere")) return new Response(JSON.stringify({ error: { message: text("There is no way.") } }), { status: 404 });
    const [x = 0, y = 0] = (searchParams.get("from") ?? "").slice("hall:".length).split(",").map(Number);
    return new Response(JSON.stringify(routes([x, y], to)));
  }
}

describe("being led", () => {
  afterEach(() => vi.useRealTimers());

  it("goes over several stops in the shortest order, and stays at each until one goes on", async () => {
    const ada = new Visitor();
    ada.leading.to({ ...goal("a30"), then: [goal("a10"), goal("a20")], shortest: true });
    await ada.ledTo("a10");
    expect(ada.led).toMatchObject({ stop: { number: 1, of: 3 }, name: text("Place a10"), left: 10, last: true });
    expect(ada.leading.trail.mesh.visible).toBe(true);
    vi.useFakeTimers();
    ada.stand(9);
    expect(ada.led?.state).toBe("arrived");
    vi.advanceTimersByTime(600_000);
    expect(ada.led).toMatchObject({ state: "arrived", to: "a10" });
    expect(ada.asked).toEqual([["a30", "a10", "a20"]]);
    vi.useRealTimers();
    ada.leading.next();
    await ada.ledTo("a20");
    ada.leading.next();
    await ada.ledTo("a30");
    expect(ada.led?.stop).toEqual({ number: 3, of: 3 });
    expect(ada.asked.slice(1)).toEqual([["a20"], ["a30"]]);
    ada.leading.next();
    expect(ada.led).toMatchObject({ state: "leading", to: "a30" });
    vi.useFakeTimers();
    ada.stand(29.5);
    expect(ada.led?.state).toBe("arrived");
    vi.advanceTimersByTime(10_000);
    expect(ada.led).toBeNull();
  });

  it("keeps the order of a plan, and ends all of it at once", async () => {
    const ada = new Visitor();
    ada.leading.to({ ...goal("a30"), then: [goal("a10")] });
    await ada.ledTo("a30");
    expect(ada.asked).toEqual([["a30"]]);
    ada.leading.to(null);
    expect(ada.led).toBeNull();
    ada.leading.next();
    expect(ada.led).toBeNull();
  });

  it("asks for another way only of who is well beside the line for a while", async () => {
    const ada = new Visitor();
    ada.leading.to(goal("a90"));
    await ada.ledTo("a90");
    expect(ada.led).not.toHaveProperty("stop");
    ada.stand(20, 5);
    for (let i = 0; i < 10; i++) ada.after(1_000);
    expect(ada.asked).toHaveLength(1);
    ada.stand(20, 10);
    ada.after(1_000);
    expect(ada.asked).toHaveLength(1);
    ada.after(3_000);
    expect(ada.asked).toHaveLength(2);
    await vi.waitFor(() => {
      ada.after(200);
      expect(ada.led?.left).toBeCloseTo(Math.hypot(70, 10));
    });
  });

  it("tells of a stop that cannot be reached, and goes on from there", async () => {
    const ada = new Visitor();
    ada.leading.to({ ...goal("nowhere"), then: [goal("a20"), goal("a10")], shortest: true });
    await vi.waitFor(() => expect(ada.led).toMatchObject({ state: "failed", to: "nowhere", stop: { number: 1, of: 3 } }));
    expect(ada.led?.reason?.en).toBe("There is no way.");
    ada.leading.next();
    await ada.ledTo("a20");
    expect(ada.asked).toEqual([["nowhere", "a20", "a10"], ["nowhere"], ["a20"]]);
  });

  it("takes no answer to what is not wanted any more", async () => {
    const ada = new Visitor();
    ada.leading.to(goal("a10"));
    ada.leading.to(goal("a20"));
    await ada.ledTo("a20");
    expect(ada.led?.left).toBeCloseTo(20);
  });

  it("puts as many in order at once as the server takes", async () => {
    const ada = new Visitor();
    const [first, ...then] = Array.from({ length: 14 }, (_, i) => goal(`a${String(90 - i)}`));
    ada.leading.to({ ...(first as Goal), then, shortest: true });
    await ada.ledTo("a79");
    for (let i = 0; i < 12; i++) ada.leading.next();
    await ada.ledTo("a77");
    expect(ada.asked.map(({ length }) => length)).toEqual([12, ...Array<number>(11).fill(1), 2]);
    expect(ada.led?.stop).toEqual({ number: 13, of: 14 });
  });
});
