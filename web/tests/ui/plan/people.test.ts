import { expect, it } from "vitest";
import type { Area } from "../../../src/hall/manifest.js";
import { placesOf } from "../../../src/ui/places.js";
import { density, peopleIn } from "../../../src/ui/plan/people.js";
import { under } from "../../../src/ui/plan/under.js";
import { referenceVenue } from "./reference.js";

const hall = referenceVenue();
const main = { ...(hall.areas[0] as Area), boards: [] };
const places = placesOf({ ...hall, areas: [main], exhibitors: [], models: {}, exhibits: hall.exhibits });

it("counts people by zone, and none of another area", () => {
  const counts = { type: "counts", area: 0, zones: [{ zone: 2, people: 12 }] } as const;
  expect(peopleIn(counts, main, 0)).toEqual([0, 0, 12, 0, 0, 0]);
  expect(peopleIn(counts, main, 1)).toEqual([0, 0, 0, 0, 0, 0]);
  expect(peopleIn(null, main, 0)).toHaveLength(6);
});

it("shades crowds more, ever less for each, and never hides what is below", () => {
  const shades = [0, 1, 5, 40, 400, 1e6].map((people) => density(people, 2000));
  expect(shades[0]).toBe(0);
  expect(shades).toEqual([...shades].sort((a, b) => a - b));
  expect(Math.max(...shades)).toBeLessThanOrEqual(0.4);
  expect(density(3, 0)).toBeLessThanOrEqual(0.4);
});

it("says what lies at a point: zone and booth, or what stands near", () => {
  const booth = main.booths.find(({ number }) => number === "B08")!;
  const found = under(places, main, booth.at, 2);
  expect(found.zone?.letter).toBe("B");
  expect(found.place?.number).toBe("B08");
  const rocket = main.placements.find(({ id }) => id === "rocket")!;
  expect(under(places, main, [rocket.at[0] + 1.5, rocket.at[1]], 2).place?.id).toBe("rocket");
  expect(under(places, main, [rocket.at[0] + 1.5, rocket.at[1]], 1).place).toBeNull();
  expect(under(places, main, [-5, -5], 2)).toEqual({ zone: null, place: null });
});
