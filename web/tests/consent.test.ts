/** What a browser remembers of the visitor's choice, and what waits for it. */
import { describe, expect, it } from "vitest";
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
