import { beforeEach, describe, expect, it } from "vitest";
import type { Timeline } from "../src/core/timeline.js";
import type { Manifest } from "../src/hall/manifest.js";
import { hosting } from "../src/hosting.js";
import type { SessionState } from "../src/session/state.js";

const both = (word: string) => ({ en: word, zh: `${word}中` });
const hall = {
  venue: "my fair",
  shows: [{ id: "drones", name: both("Drones") }],
  exhibits: [{ id: "sedan", name: both("Sedan") }],
  areas: [{ placements: [{ id: "car", exhibit: "sedan", release: { at: null } }, { id: "bus", exhibit: "sedan", release: null }] }],
} as unknown as Manifest;
const timeline = (change: Partial<Timeline>): Timeline => ({ epoch: 100, position: 0, rate: 0, duration: 60, loop: false, ...change });

describe("what hosts ask for", () => {
  let wished: unknown[];
  let sent: [string, RequestInit][];
  let shows: Map<string, Timeline>;
  let answer: Response | null;
  const desk = () =>
    hosting(
      {
        wish: (name: string, payload?: object) => {
          wished.push([name, payload]);
          return Promise.resolve(null);
        },
        state: { value: { shows } as unknown as SessionState },
        serverNow: () => 110,
      } as unknown as Parameters<typeof hosting>[0],
      () => hall,
      (url, init) => {
        sent.push([url as string, init as RequestInit]);
        return answer ? Promise.resolve(answer) : Promise.reject(new Error("away"));
      },
    );

  beforeEach(() => {
    [wished, sent, shows, answer] = [[], [], new Map(), new Response("{}")];
  });

  it("goes over the live connection, as it is", async () => {
    await desk().announce(both("Hello"));
    await desk().direct("drones", "seek", 0);
    await desk().direct("drones", "start");
    await desk().write("top", { one: null });
    expect(wished).toEqual([
      ["announce", { text: both("Hello") }], ["direct", { show: "drones", action: "seek", value: 0 }], ["direct", { show: "drones", action: "start" }],
      ["write", { board: "top", changes: { one: null } }],
    ]);
  });

  it.each([
    [timeline({}), "resting", 0], [timeline({ position: 5 }), "paused", 5], [timeline({ rate: 1 }), "running", 10],
    [timeline({ rate: 1, epoch: 130 }), "waiting", 20], [timeline({ rate: 1, epoch: 0 }), "over", 60],
  ] as const)("says how a show stands %#", (at, state, seconds) => {
    shows.set("drones", at).set("release/car", at);
    expect(desk().shows()).toEqual([
      { id: "drones", kind: "show", name: both("Drones"), state, seconds }, { id: "release/car", kind: "release", name: both("Sedan"), state, seconds },
    ]);
  });

  it("leaves out what the server does not have", () => {
    expect(desk().shows()).toEqual([]);
  });

  it("moves sessions over HTTP, times with their zone", async () => {
    expect(await desk().move("a/b", { starts: 0, ends: null, cancelled: false })).toBeNull();
    expect(sent[0]?.[0]).toBe("/api/v1/venues/my%20fair/programme/a%2Fb");
    expect(sent[0]?.[1].method).toBe("PATCH");
    expect(JSON.parse(sent[0]?.[1].body as string)).toEqual({ cancelled: false, starts: "1970-01-01T00:00:00.000Z", ends: null });
  });

  it("says why a session is not moved", async () => {
    answer = new Response(JSON.stringify({ error: { code: "malformed", message: both("No") } }), { status: 400 });
    expect(await desk().move("a", { cancelled: true })).toMatchObject({ code: "malformed", message: both("No") });
    answer = new Response("<html>", { status: 502 });
    expect((await desk().move("a", {}))?.code).toBe("unknown");
    answer = null;
    expect((await desk().move("a", {}))?.code).toBe("unknown");
  });
});
