import { beforeEach, describe, expect, it } from "vitest";
import { Exhibits } from "../src/exhibits.js";
import type { Manifest } from "../src/hall/manifest.js";
import { sample } from "./hall/sample.js";

const motion = (duration: number) => ({ duration, loop: false, name: null });

describe("Exhibits", () => {
  let phase: number | null;
  let still: boolean;
  let exhibits: Exhibits;

  beforeEach(() => {
    [phase, still] = [null, false];
    const bare = sample();
    const rocket = { ...bare.models["rocket"]!, motions: { run: motion(10), open: motion(2), bow: motion(3) } };
    const hall: Manifest = { ...bare, models: { rocket } };
    exhibits = new Exhibits({ hall: () => hall, phaseOf: () => phase, still: () => still, returns: (_, name) => name === "bow" });
  });

  it("plays a show as far as it is, and nothing before and after", () => {
    expect(exhibits.playing("p1", 0)).toEqual([]);
    phase = 3.25;
    expect(exhibits.playing("p1", 0)).toEqual([{ motion: "run", time: 3.25 }]);
    phase = 10;
    expect(exhibits.playing("p1", 0)).toEqual([]);
  });

  it("shows runs of others as they end where motion is reduced, and one's own as they go", () => {
    [phase, still] = [3, true];
    expect(exhibits.playing("p1", 0)).toEqual([]);
    phase = null;
    exhibits.ask("p1");
    expect(exhibits.playing("p1", 0)).toEqual([]); // the answer is under way
    phase = 1;
    expect(exhibits.playing("p1", 0)).toHaveLength(1);
    phase = 10;
    exhibits.playing("p1", 0);
    phase = 1;
    expect(exhibits.playing("p1", 0)).toEqual([]);
  });

  it("opens and closes for this visitor alone", () => {
    exhibits.play("p1", "open", 1000);
    expect(exhibits.playing("p1", 2500)).toEqual([{ motion: "open", time: 1.5 }]);
    expect(exhibits.playing("p1", 60_000)).toEqual([{ motion: "open", time: 2 }]);
    exhibits.play("p1", "open", 60_000);
    expect(exhibits.playing("p1", 60_500)).toEqual([{ motion: "open", time: 1.5 }]);
    expect(exhibits.playing("p1", 62_000)).toEqual([]);
  });

  it("closes from where it is when it was not open yet", () => {
    exhibits.play("p1", "open", 0);
    exhibits.play("p1", "open", 500);
    expect(exhibits.playing("p1", 500)).toEqual([{ motion: "open", time: 0.5 }]);
    expect(exhibits.playing("p1", 1001)).toEqual([]);
  });

  it("plays once what ends as it began, and begins anew when asked again", () => {
    exhibits.play("p1", "bow", 0);
    exhibits.play("p1", "bow", 2000);
    expect(exhibits.playing("p1", 3000)).toEqual([{ motion: "bow", time: 1 }]);
    expect(exhibits.playing("p1", 5000)).toEqual([]);
  });

  it("knows no motion that the model does not have", () => {
    exhibits.play("p1", "fly", 0);
    expect(exhibits.playing("p1", 1)).toEqual([]);
    expect(exhibits.playing("nowhere", 1)).toEqual([]);
  });
});
