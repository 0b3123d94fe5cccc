import { describe, expect, it, vi } from "vitest";
import { findRoute, type Route, type RouteWish, toFirstStop } from "../../src/hall/routing.js";

const WISH: RouteWish = { area: "hall", from: [1, 2.345], to: ["a12"], stepFree: true };
const SAID = { en: "There is no way.", zh: "没有路。" };

const answering = (status: number, body: unknown): typeof fetch =>
  vi.fn(() => Promise.resolve(new Response(JSON.stringify(body), { status })));

describe("asking for a route", () => {
  it("says from where, to where and how", async () => {
    const ask = answering(200, { stops: [], legs: [], hints: [] });
    await findRoute("my fair", WISH, ask);
    expect(ask).toHaveBeenCalledWith("/api/v1/venues/my%20fair/route?from=hall%3A1.00%2C2.35&to=a12&step_free=1");
  });

  it("reads legs and hints", async () => {
    const legs = [{ area: "hall", portal: null, line: [[0, 0], [1, 1]] }];
    const hints = [{ kind: "arrive", leg: 0, at: [1, 1], distance: 1.4, text: SAID }];
    expect(await findRoute("fair", WISH, answering(200, { stops: [{ index: 0, leg: 0 }], legs, hints }))).toEqual({ ok: true, value: { stops: [{ index: 0, leg: 0 }], legs, hints } });
  });

  it("asks for the shortest order of several", async () => {
    const ask = answering(200, { stops: [], legs: [], hints: [] });
    await findRoute("fair", { ...WISH, to: ["a12", "hall:3,4"], stepFree: false }, ask);
    expect(ask).toHaveBeenCalledWith("/api/v1/venues/fair/route?from=hall%3A1.00%2C2.35&to=a12&to=hall%3A3%2C4&optimise=1");
  });

  it("is cut at its first stop", () => {
    const leg = { area: "hall", portal: null, line: [[0, 0], [1, 1]] } as const;
    const hint = { kind: "stop", at: [1, 1], distance: 1.4, text: SAID } as const;
    const whole: Route = {
      stops: [{ index: 1, leg: 1 }, { index: 0, leg: 2 }],
      legs: [{ ...leg, portal: "gate" }, leg, leg], hints: [{ ...hint, leg: 0 }, { ...hint, leg: 1 }, { ...hint, leg: 2 }],
    };
    expect(toFirstStop(whole)).toEqual({ stops: [{ index: 1, leg: 1 }], legs: whole.legs.slice(0, 2), hints: whole.hints.slice(0, 2) });
    expect(toFirstStop({ ...whole, stops: [] }).legs).toHaveLength(3);
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
