import { describe, expect, it } from "vitest";
import type { Area } from "../../src/hall/manifest.js";
import { pointed } from "../../src/hall/pointing.js";
import { sample } from "./sample.js";

const hall = sample();
const main = hall.areas[0] as Area;
const look = (x: number, y: number, dx: number, dy: number, dz: number) => {
  const length = Math.hypot(dx, dy, dz);
  return pointed(hall, main, { origin: [x, y, 1.65], direction: [dx / length, dy / length, dz / length] }, 60);
};

describe("pointed", () => {
  it("meets the floor where nothing stands", () => {
    const hit = look(5, 5, 0, 1, -0.5);
    expect(hit?.id).toBeNull();
    expect(hit?.at[1]).toBeCloseTo(5 + 1.65 / 0.5, 5);
  });

  it("meets the booth before the floor behind it", () => {
    const hit = look(20, 4, 0, 1, -0.1);
    expect(hit?.id).toBe("b1");
    expect(hit?.at[1]).toBeCloseTo(8, 5);
  });

  it("takes the booth's bearing into account", () => {
    const turned: Area = { ...main, booths: main.booths.map((booth) => ({ ...booth, facing: Math.PI / 2 })) };
    const hit = pointed(hall, turned, { origin: [20, 4, 1.65], direction: [0, 1, 0] }, 60);
    expect(hit?.at[1]).toBeCloseTo(7, 5); // 6 m wide, so 3 m from its middle when turned
  });

  it("meets nothing in the sky, beyond reach or outside the area", () => {
    expect(look(5, 5, 0, 1, 1)).toBeNull();
    expect(look(40, 5, 0, 1, -0.01)).toBeNull();
    expect(look(5, 5, -1, 0, -0.1)).toBeNull();
  });

  it("meets exhibits", () => {
    expect(look(50, 12, 1, 0, -0.02)?.id).toBe("p1");
  });

  it("meets what is exhibited in a booth, not the air before it", () => {
    const booths = [{ ...main.booths[0]!, at: [60, 12] as const, size: [14, 10] as const }];
    const booth: Area = { ...main, booths };
    const ray = (height: number) => ({ origin: [40, 12, height] as const, direction: [1, 0, -0.02] as const });
    expect(pointed(hall, booth, ray(1.65), 60)?.id).toBe("p1");
    const aside = { ...booth, placements: main.placements.map((each) => ({ ...each, at: [60, 20] as const })) };
    expect(pointed(hall, aside, ray(1.65), 60)?.id).toBe("b1");
  });

  it("goes by what a model measures, where that is known", () => {
    const slim = { ...hall, models: { rocket: { ...hall.models["rocket"]!, footprint: [1, 1] as const, height: 9 } } };
    const past = { origin: [50, 14, 1.65] as const, direction: [1, 0, -0.02] as const };
    expect(pointed(hall, main, past, 30)?.id).toBe("p1");
    expect(pointed(slim, main, past, 30)).toBeNull();
  });
});
