/** What a browser remembers of the visitor's choice, and what waits for it. */
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Consent, consentIn } from "../src/consent.js";
import type { Refusal } from "../src/protocol/events.js";

const jarOf = (cookie = ""): { cookie: string } => ({ cookie });

function consentOf(cookie = ""): { consent: Consent; jar: { cookie: string }; told: [string, object][]; erased: number[] } {
  const [jar, told, erased] = [jarOf(cookie), [] as [string, object][], [] as number[]];
  const consent = new Consent("fair", jar, () => erased.push(1));
  consent.bind({
    wish: (name, payload = {}) => {
      told.push([name, payload]);
      return Promise.resolve(null as Refusal | null);
    },
    call: () => Promise.resolve(null),
  });
  return { consent, jar, told, erased };
}

describe("the choice", () => {
  it("is read from the cookie, among others", () => {
    expect([consentIn(jarOf()), consentIn(jarOf("a=1; hallwright-consent=yes")), consentIn(jarOf("hallwright-consent=no; b=2"))]).toEqual([null, true, false]);
    expect([consentIn(jarOf("hallwright-consent=maybe")), consentIn(jarOf("my-hallwright-consent=yes"))]).toEqual([null, null]);
  });

  it("is kept, told to the server, and goes on with what waits for it only then", async () => {
    const { consent, jar, told } = consentOf();
    const asked = consent.ask();
    expect(consent.view.value).toEqual({ choice: null, asking: true });
    consent.decide(true);
    expect(await asked).toBe(true);
    expect(told).toEqual([["consent", { given: true }]]);
    expect(jar.cookie).toMatch(/^hallwright-consent=yes; Path=\/; Max-Age=15552000; SameSite=Strict/);
    expect(consent.view.value).toEqual({ choice: true, asking: false });
  });

  it("may be left open: what waits is given up", async () => {
    const { consent, jar, told } = consentOf();
    const asked = Promise.all([consent.ask(), consent.ask()]);
    consent.dismiss();
    expect(await asked).toEqual([false, false]);
    expect([told, jar.cookie, consent.given]).toEqual([[], "", null]);
  });

  it("is taken back, and the name is forgotten here too", async () => {
    const { consent, told, erased } = consentOf("hallwright-consent=yes");
    expect(consent.given).toBe(true);
    consent.decide(false);
    await Promise.resolve();
    expect([consent.given, erased, told]).toEqual([false, [1], [["consent", { given: false }]]]);
  });
});

describe("meetings", () => {
  const secret = "s".repeat(32);
  const told: [string, unknown][] = [];
  let kept: Map<string, string>;
  let account: boolean;

  const consentWith = (answers: Record<string, object>): Consent => {
    const consent = new Consent("fair", jarOf(), () => undefined);
    consent.bind({
      wish: (name, payload) => {
        told.push([name, payload]);
        return Promise.resolve(null);
      },
      call: (name, payload) => {
        told.push([name, payload]);
        return Promise.resolve(answers[name]);
      },
    });
    return consent;
  };

  beforeEach(() => {
    [kept, account] = [new Map([["hallwright.meetings.fair", secret]]), false];
    told.length = 0;
    vi.stubGlobal("localStorage", {
      get length() { return kept.size; }, key: (index: number) => [...kept.keys()][index] ?? null, getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value), removeItem: (key: string) => kept.delete(key),
    });
    vi.stubGlobal("fetch", (address: string, { method }: { method: string }) => {
      told.push([method, address]);
      return Promise.resolve(new Response(JSON.stringify({ data: { accounts: [] } }), { status: account ? 200 : 401 }));
    });
  });
  afterEach(() => vi.unstubAllGlobals());

  it("are asked for with all that is kept of a visitor, and go with it", async () => {
    const gone: null[] = [];
    const consent = consentWith({ mine: { data: { meetings: [{ id: "b1" }] } } });
    consent.gone.on("meetings", () => gone.push(null));
    expect(await consent.everything()).toMatchObject({ server: { meetings: [{ id: "b1" }] } });
    expect(await consent.erase()).toBeNull();
    const asked = told.filter(([name]) => name !== "GET");
    expect(asked).toEqual([["mine", { sessions: [], meetings: secret }], ["erase", { sessions: [], meetings: secret }]]);
    expect([gone.length, kept.get("hallwright.meetings.fair")]).toEqual([1, ""]);
    await consent.erase();
    expect(told.at(-1)).toEqual(["erase", { sessions: [] }]);
  });

  it("are added to what is kept of an account, and forgotten before it goes", async () => {
    account = true;
    const consent = consentWith({ meeting_mine: { ok: true, id: "b1", profile: { needs: "x" }, meetings: [], slots: [] } });
    expect(await consent.everything()).toMatchObject({ server: { data: { accounts: [] }, meetings: [{ id: "b1", profile: { needs: "x" }, meetings: [] }] } });
    expect(await consent.erase()).toBeNull();
    expect(told.slice(-2)).toEqual([["meeting_forget", { secret }], ["DELETE", "/api/v1/me"]]);
  });
});
