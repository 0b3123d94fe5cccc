import { beforeEach, describe, expect, it } from "vitest";
import type { Manifest } from "../src/hall/manifest.js";
import type { Tour } from "../src/hall/tours.js";
import { Tours } from "../src/tours.js";
import type { TourView, View } from "../src/ui/interface.js";
import type { World } from "../src/world.js";
import { sample } from "./hall/sample.js";

const text = (en: string): { en: string; zh: string } => ({ en, zh: en });
const stop = (at: [number, number], more: object = {}): Tour["stops"][number] => ({
  kind: "point", place: "", area: "main", at, facing: 0, name: text("Stop"), text: text("One. Two."), duration: 10, run: false, camera: null, ...more,
});
const tour: Tour = {
  id: "walk", name: text("Walk"), summary: text(""), seconds: 30,
  stops: [stop([5, 5]), stop([20, 5], { kind: "placement", place: "p1", run: true, camera: { at: [20, 5], height: 3, facing: 1, pitch: 0, look_at: null } }), stop([5, 5], { area: "other" })],
};

describe("Tours", () => {
  let hall: Manifest;
  let said: string[][];
  let ran: string[];
  let shown: TourView | null;
  let still: boolean;
  let world: ReturnType<typeof fakeWorld>;
  let tours: Tours;

  const fakeWorld = () => {
    const walker = { x: 5, y: 4, facing: 0, pitch: 0, goal: null as [number, number] | null, stop: () => (walker.goal = null) };
    const fake = {
      walker, area: { value: { id: "main" } }, lent: null as unknown, travels: 0,
      own: { x: 0, y: 0, height: 1.65, facing: 0, pitch: 0 },
      walkTo: (at: [number, number]) => ((walker.goal = at), true),
      arrived: () => Promise.resolve(),
      travel: (area: string, pose: { x: number; y: number }, landed: () => void) => {
        [fake.area.value, walker.x, walker.y] = [{ id: area }, pose.x, pose.y];
        fake.travels += 1;
        landed();
        return Promise.resolve();
      },
      lend: (guide: unknown) => (fake.lent = guide), regain: () => (fake.lent = null), turnToView: () => undefined,
    };
    return fake;
  };
  const settle = async (): Promise<void> => {
    for (let i = 0; i < 6; i++) await Promise.resolve();
  };
  const walked = (): void => {
    [world.walker.x, world.walker.y] = world.walker.goal ?? [0, 0];
    world.walker.goal = null;
    tours.frame(0.1);
  };

  beforeEach(() => {
    hall = { ...sample(), tours: [tour] };
    [said, ran, shown, still] = [[], [], null, false];
    world = fakeWorld();
    tours = new Tours({
      world: world as unknown as World,
      interface: { show: (change: Partial<View>) => (shown = change.tour ?? null) },
      hall: () => hall, still: () => still, run: (placement) => ran.push(placement), stage: { cover: () => undefined },
      narration: { able: true, speaking: false, say: (sentences) => said.push([...sentences]), hush: () => undefined },
    });
  });

  it("walks to its first stop, stands there for its time, and walks on", async () => {
    expect(tours.begin("walk", { play: true })).toBe(true);
    expect(shown).toMatchObject({ tour: "walk", stop: 0, state: "playing", walking: true });
    walked();
    expect(shown).toMatchObject({ stop: 0, walking: false });
    tours.frame(9);
    expect(tours.view).toMatchObject({ stop: 0, position: 9 });
    tours.frame(2);
    expect(tours.view).toMatchObject({ stop: 1, walking: true, position: 10 });
    tours.frame(50); // still on the way after long: taken there
    await settle();
    expect(world.travels).toBe(1);
    expect(tours.view).toMatchObject({ stop: 1, walking: false });
    expect(ran).toEqual(["p1"]);
  });

  it("fades into other areas, and everywhere where motion is reduced", async () => {
    still = true;
    tours.begin("walk", { play: true });
    await settle();
    expect([world.travels, tours.view?.walking]).toEqual([1, false]);
    tours.intents.skip(2);
    await settle();
    expect([world.travels, world.area.value.id, tours.view?.stop]).toEqual([2, "other", 2]);
    tours.frame(20);
    expect(tours.view?.state).toBe("over");
    tours.intents.play();
    await settle();
    expect(tours.view).toMatchObject({ stop: 0, state: "playing" });
  });

  it("gives way to a hand, and goes on from where it was", async () => {
    still = true;
    tours.begin("walk", { play: true });
    await settle();
    tours.frame(4);
    tours.takeOver();
    expect(shown).toMatchObject({ state: "paused", position: 4 });
    tours.frame(30);
    expect(tours.view?.position).toBe(4);
    tours.intents.play();
    await settle();
    expect(tours.view).toMatchObject({ state: "playing", position: 4, walking: false });
  });

  it("goes to a second of the tour, and back to the beginning of a stop before the one before", async () => {
    still = true;
    tours.begin("walk", { play: true });
    await settle();
    tours.intents.seek(17);
    await settle();
    expect(tours.view).toMatchObject({ stop: 1, position: 17, state: "playing" });
    expect(ran).toEqual([]); // it ran long ago
    tours.intents.skip(-1);
    await settle();
    expect(tours.view).toMatchObject({ stop: 1, position: 10 });
    tours.intents.skip(-1);
    await settle();
    expect(tours.view).toMatchObject({ stop: 0, position: 0 });
  });

  it("says nothing unless asked, then what is left of the stop", async () => {
    still = true;
    tours.begin("walk", { play: true });
    await settle();
    expect(said).toEqual([]);
    tours.frame(8);
    tours.intents.voice(true);
    expect(said).toEqual([["Two."]]);
  });

  it("loops, and goes on when left alone, where it is a kiosk's", async () => {
    still = true;
    tours.begin("walk", { play: true, loop: true });
    await settle();
    tours.intents.seek(30);
    await settle();
    tours.frame(1);
    await settle();
    expect(tours.view).toMatchObject({ stop: 0, state: "playing" });
    tours.takeOver();
    tours.frame(30);
    expect(tours.view?.state).toBe("paused");
    tours.frame(31);
    await settle();
    expect(tours.view?.state).toBe("playing");
  });

  it("ends when it is no more, or another one", () => {
    tours.begin("walk", { play: false });
    expect(tours.view?.state).toBe("ready");
    tours.rebuilt();
    expect(tours.view).not.toBeNull();
    hall = { ...hall, tours: [] };
    tours.rebuilt();
    expect([tours.view, shown]).toEqual([null, null]);
    expect(tours.begin("nowhere", { play: true })).toBe(false);
  });
});
