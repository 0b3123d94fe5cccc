import { describe, expect, it } from "vitest";
import type { Exhibits } from "../src/exhibits.js";
import type { Manifest, Model, Placement, Seat } from "../src/hall/manifest.js";
import type { Lending, Outlook } from "../src/lending.js";
import { Sittings } from "../src/sittings.js";
import type { Stage } from "../src/stage/stage.js";
import type { Interface, SitView, View } from "../src/ui/interface.js";
import type { Guide } from "../src/world.js";
import { sample } from "./hall/sample.js";

const seat: Seat = { id: "window", at: [2, 3, 1], facing: Math.PI / 2, part: "car", name: { en: "Window", zh: "靠窗" }, rides: true };

function hallWith(seats: readonly Seat[]): Manifest {
  const hall = sample();
  return { ...hall, models: { rocket: { ...(hall.models["rocket"] as Model), seats } } };
}

describe("Sittings", () => {
  const hall = hallWith([seat]);
  const placement = hall.areas[0]?.placements[0] as Placement;
  let asked: Outlook | null = null;
  let shown: SitView | null = null;
  let running = false;
  let shift = 0;
  const stage = {
    models: {
      anchor: (_: string, part: string, at: readonly number[]) => (part === "car" ? { joint: 0, at } : null),
      // The model's frame is the plan's here, x east and z south, moved to the east by `shift`.
      whereIs: (_: string, { at: [x, y, z] }: { at: [number, number, number] }) => [x + shift, -z, y],
    },
  } as unknown as Stage;
  const sittings = new Sittings({
    stage,
    interface: { show: ({ sit }: Partial<View>) => (shown = sit ?? null) } as unknown as Interface,
    exhibits: { playing: () => (running ? [{ motion: "run", time: 1 }] : []) } as unknown as Exhibits,
    lending: { show: (outlook: Outlook | null) => (asked = outlook) } as unknown as Lending,
  });
  const sit = (id: string): Guide | null => {
    sittings.take("p1", id);
    return (asked as Outlook).begin(placement, hall.models["rocket"] as Model);
  };

  it("begins nothing where there is no such seat", () => {
    expect(sit("balcony")).toBeNull();
    expect(sittings.view).toBeNull();
  });

  it("carries the eye where the seat goes, and tells when the show runs", () => {
    const guide = sit("window");
    expect(shown).toEqual({ placement: "p1", seat: "window", running: false });
    expect(guide?.eye).toEqual({ x: 2, y: -1, height: 3, facing: Math.PI / 2, pitch: 0 });
    [shift, running] = [5, true];
    guide?.step(0.1, null);
    expect(guide?.eye.x).toBe(7);
    expect(shown).toEqual({ placement: "p1", seat: "window", running: true });
  });

  it("stays seated when the hall is published anew, unless the seat is another one or none", () => {
    const still = asked;
    sittings.follow(hall, hallWith([{ ...seat }]));
    expect(asked).toBe(still);
    sittings.follow(hall, hallWith([{ ...seat, at: [2, 3, 2] }]));
    expect(asked).toBeNull();
    asked = still;
    sittings.follow(hall, hallWith([]));
    expect(asked).toBeNull();
  });

  it("tells that it is over", () => {
    sit("window");
    (asked as unknown as Outlook).end();
    expect([shown, sittings.view, sittings.eye]).toEqual([null, null, null]);
  });
});
