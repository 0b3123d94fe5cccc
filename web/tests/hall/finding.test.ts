import { describe, expect, it } from "vitest";
import { findHall } from "../../src/hall/finding.js";
import { json } from "./sample.js";

const venue = (status: string, progress: unknown = null, id: string | null = "sample") => ({
  id, name: null, status, revision: null, problems: 0, progress,
  manifest: id && `/api/v1/venues/${id}/manifest`, files: id && `/venues/${id}/files/`,
});

/** A server that answers the n-th list with the n-th state, the last one for ever. */
function server(states: { status: string; manifest: number; progress?: unknown; id?: string | null }[]) {
  let asks = -1;
  const state = () => states[Math.min(asks, states.length - 1)]!;
  const answer = (url: string) => {
    if (url.endsWith("/venues")) {
      asks += 1;
      return Response.json({ venues: [venue(state().status, state().progress ?? null, state().id === undefined ? "sample" : state().id)] });
    }
    return state().manifest === 200 ? Response.json(json()) : new Response("{}", { status: state().manifest });
  };
  return ((url: string) => Promise.resolve(answer(url))) as typeof fetch;
}

const pause = () => Promise.resolve();
const find = (fetch: typeof globalThis.fetch, more = {}) => findHall({ origin: "http://h", fetch, pause, ...more });

describe("findHall", () => {
  it("finds the first venue's manifest and where its files are", async () => {
    const found = await find(server([{ status: "ready", manifest: 200 }]));
    expect(found.ok && found.value.hall.venue).toBe("sample");
    expect(found.ok && found.value.files).toBe("http://h/venues/sample/files/");
  });

  it("waits while it is being built and tells how far it is", async () => {
    const shares: number[] = [];
    const found = await find(
      server([
        { status: "compiling", manifest: 503, id: null },
        { status: "compiling", manifest: 503, progress: { done: 1, total: 4 } },
        { status: "ready", manifest: 200 },
      ]),
      { onBuilding: (share: number) => shares.push(share) },
    );
    expect(found.ok).toBe(true);
    expect(shares).toEqual([0, 0.25]);
  });

  it.each([
    ["broken", server([{ status: "broken", manifest: 503 }]), {}],
    ["none", server([{ status: "ready", manifest: 200 }]), { venue: "elsewhere" }],
    ["network", (() => Promise.reject(new TypeError("down"))) as typeof fetch, {}],
    ["network", server([{ status: "ready", manifest: 500 }]), {}],
    ["format", (() => Promise.resolve(Response.json({ venues: 3 }))) as typeof fetch, {}],
  ])("says why there is no hall: %s", async (error, fetch, more) => {
    expect(await find(fetch, more)).toEqual({ ok: false, error });
  });
});
