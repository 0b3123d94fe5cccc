import { describe, expect, it } from "vitest";
import { Lending, type Outlook } from "../src/lending.js";
import type { Stage } from "../src/stage/stage.js";
import type { Guide, World } from "../src/world.js";
import { sample } from "./hall/sample.js";

const hall = sample();
const eye = { x: 0, y: 0, height: 1, facing: 0, pitch: 0 };
const guide = (): Guide => ({ step: () => undefined, eye });

/** What happened, in order; outlooks are at the placement p1 unless told otherwise. */
function lender(): { lending: Lending; told: string[]; look: (key: string, begins?: boolean, placement?: string) => Outlook } {
  const told: string[] = [];
  const world = {
    area: { value: hall.areas[0] },
    attend: (placement: string | null) => told.push(`attend ${String(placement)}`),
    lend: (who: Guide | null) => told.push(who ? "lend" : "take back"),
  } as unknown as World;
  const stage = { models: { holds: () => true } } as unknown as Stage;
  const fade = (covered: boolean): Promise<void> => Promise.resolve(void told.push(covered ? "cover" : "uncover"));
  const look = (key: string, begins = true, placement = "p1"): Outlook => ({
    key, placement,
    begin: () => (told.push(`begin ${key}`), begins ? guide() : null),
    end: () => told.push(`end ${key}`),
  });
  return { lending: new Lending({ stage, world, hall: () => hall, fade }), told, look };
}

const settled = (): Promise<void> => new Promise((done) => setTimeout(done, 5));

describe("Lending", () => {
  it("lends the eyes behind a fade, and takes them back behind another", async () => {
    const { lending, told, look } = lender();
    lending.show(look("a"));
    expect(lending.lent).toBe(true);
    await settled();
    expect(told).toEqual(["cover", "attend null", "take back", "attend p1", "begin a", "lend", "uncover"]);
    told.length = 0;
    lending.show(null);
    await settled();
    expect(told).toEqual(["cover", "attend null", "take back", "end a", "uncover"]);
    expect(lending.lent).toBe(false);
  });

  it("goes from one outlook to another in one fade", async () => {
    const { lending, told, look } = lender();
    lending.show(look("a"));
    await settled();
    told.length = 0;
    lending.show(look("b"));
    await settled();
    expect(told.filter((each) => /cover|begin|^end/.test(each))).toEqual(["cover", "end a", "begin b", "uncover"]);
  });

  it("does not begin the same twice, and only the last of what was asked in a hurry", async () => {
    const { lending, told, look } = lender();
    for (const key of ["a", "a", "b", "c"]) lending.show(look(key));
    await settled();
    expect(told.filter((each) => each.startsWith("begin"))).toEqual(["begin c"]);
  });

  it("uncovers the hall where nothing came about, and tries again when asked again", async () => {
    const { lending, told, look } = lender();
    for (const outlook of [look("a", false), look("b", true, "nowhere")]) {
      told.length = 0;
      lending.show(outlook);
      await settled();
      expect(told).not.toContain("lend");
      expect(told.at(-1)).toBe("uncover");
      expect(lending.lent).toBe(false);
    }
    lending.show(look("a"));
    await settled();
    expect(told).toContain("lend");
  });
});
