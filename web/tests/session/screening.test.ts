/** What a stage's screen shows: the newer word of the host's and the programme's, at the same second for all. */
import { describe, expect, it } from "vitest";
import type { StagePlace } from "../../src/hall/manifest.js";
import { correction, positionOf, type Screening, StageScreen } from "../../src/session/screening.js";
import type { Session } from "../../src/session/timetable.js";

const both = (words: string) => ({ en: words, zh: words });
const reel = (id: string, kind: "stream" | "slides" | "text", more = {}) =>
  ({ id, kind, name: both(id), stream: "", live: false, loop: false, poster: null, captions: [], slides: [], text: null, ...more });
const stage = { id: "main", reels: [reel("film", "stream"), reel("plan", "slides"), reel("words", "text")] } as unknown as StagePlace;
const session = (starts: number, ends: number, id = "film"): Session =>
  ({ kind: "stage", place: "main", area: "hall", reel: id, starts: starts * 1000, ends: ends * 1000, cancelled: false }) as unknown as Session;
const chosen = (since: number, id = "plan", slide = 0) => ({ reel: id, since, slide, text: null });
const seen = (shown: Screening | null) => shown && [shown.reel.id, shown.since, shown.chosen];

describe("a screen", () => {
  it("shows the reel of the session that is on", () => {
    const screen = new StageScreen("hall", stage);
    expect(screen.now([session(100, 200)], undefined, 99)).toBeNull();
    expect(seen(screen.now([session(100, 200)], undefined, 150))).toEqual(["film", 100, false]);
    expect(screen.now([session(100, 200)], undefined, 200)).toBeNull();
    expect(screen.now([session(100, 200, "none")], undefined, 150)).toBeNull();
    expect(new StageScreen("park", stage).now([session(100, 200)], undefined, 150)).toBeNull();
  });

  it("shows what a host chose, until a session with a reel begins", () => {
    const screen = new StageScreen("hall", stage);
    const sessions = [session(100, 200), session(200, 300)];
    expect(seen(screen.now(sessions, chosen(150), 160))).toEqual(["plan", 150, true]);
    expect(seen(screen.now(sessions, chosen(150), 201))).toEqual(["film", 200, false]);
    expect(seen(screen.now([], chosen(150), 400))).toEqual(["plan", 150, true]);
  });

  it("goes on with what was until a choice begins; who comes late sees it at once", () => {
    const screen = new StageScreen("hall", stage);
    expect(screen.now([], chosen(150, "plan", 1), 149)).toBeNull();
    expect(screen.now([], chosen(150, "plan", 1), 150)?.slide).toBe(1);
    expect(screen.now([], chosen(170, "plan", 2), 169.9)?.slide).toBe(1);
    expect(screen.now([], chosen(170, "plan", 2), 170)?.slide).toBe(2);
    expect(new StageScreen("hall", stage).now([], chosen(170, "plan", 2), 400)?.slide).toBe(2);
    expect(screen.now([], undefined, 171)).toBeNull();
  });
});

describe("a stream", () => {
  const at = (now: number, more = {}): number | null =>
    positionOf({ reel: reel("film", "stream", more) as never, since: 100, slide: 0, text: null, chosen: false }, now, 40);

  it("is at the second that has passed since it began", () => {
    expect(at(112.5)).toBe(12.5);
    expect(at(99)).toBe(0);
    expect(at(141)).toBeNull();
    expect(at(192, { loop: true })).toBe(12);
    expect(at(112, { live: true })).toBeNull();
  });

  it("hurries or waits a little, and jumps when it is far off", () => {
    expect(correction(0.1)).toBe(1);
    expect(correction(-0.5)).toBeGreaterThan(1);
    expect(correction(0.5)).toBeLessThan(1);
    expect(correction(3)).toBe("jump");
  });
});
