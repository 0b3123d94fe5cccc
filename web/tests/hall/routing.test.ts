import { describe, expect, it, vi } from "vitest";
import { findRoute, type RouteWish } from "../../src/hall/routing.js";

const WISH: RouteWish = { area: "hall", from: [1, 2.345], to: "a12", stepFree: true };
const SAID = { en: "There is no way.", zh: "没有路。" };

const answering = (status: number, body: unknown): typeof fetch =>
  vi.fn(() => Promise.resolve(new Response(JSON.stringify(body), { status })));

describe("asking for a route", () => {
  it("says from where, to where and how", async () => {
    const ask = answering(200, { legs: [], hints: [] });
    await findRoute("my fair", WISH, ask);
    expect(ask).toHaveBeenCalledWith("/api/v1/venues/my%20fair/route?from=hall%3A1.00%2C2.35&to=a12&step_free=1");
  });

  it("reads legs and hints", async () => {
    const legs = [{ area: "hall", portal: null, line: [[0, 0], [1, 1]] }];
    const hints = [{ kind: "arrive", leg: 0, at: [1, 1], distance: 1.4, text: SAID }];
    expect(await findRoute("fair", WISH, answering(200, { legs, hints }))).toEqual({ ok: true, value: { legs, hints } });
  });

  it.each([[404, false], [503, true], [429, true]])("tells why there is none: %i", async (status, again) => {
    const answer = await findRoute("fair", WISH, answering(status, { error: { message: SAID } }));
    expect(answer).toEqual({ ok: false, error: { told: SAID, again } });
  });

  it("takes nonsense and silence for no answer", async () => {
    const quiet = vi.spyOn(console, "error").mockImplementation(() => undefined);
    const silent: typeof fetch = () => Promise.reject(new TypeError("no network"));
    for (const ask of [answering(200, { legs: 7 }), answering(502, "<html>"), silent]) {
      expect(await findRoute("fair", WISH, ask)).toMatchObject({ ok: false, error: { again: true } });
    }
    quiet.mockRestore();
  });
});
