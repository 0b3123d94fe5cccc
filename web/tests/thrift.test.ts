import { describe, expect, it } from "vitest";
import { Thrift } from "../src/thrift.js";

const settled = () => new Promise((resolve) => setTimeout(resolve, 0));

/** A browser that tells this much. */
function browser({ battery, saveData, reduced = false }: { battery?: { charging: boolean; level: number }; saveData?: boolean; reduced?: boolean }) {
  const cell = battery && Object.assign(new EventTarget(), battery);
  const data = Object.assign(new EventTarget(), { matches: reduced });
  const navigator = {
    ...(cell ? { getBattery: () => Promise.resolve(cell) } : {}),
    ...(saveData === undefined ? {} : { connection: Object.assign(new EventTarget(), { saveData }) }),
  };
  const thrift = new Thrift({ matchMedia: () => data, navigator } as unknown as Window);
  return { thrift, cell, data };
}

describe("Thrift", () => {
  it("spares nothing where a browser tells nothing, or only good things", async () => {
    for (const told of [{}, { battery: { charging: true, level: 0.1 } }, { battery: { charging: false, level: 0.8 } }, { saveData: false }]) {
      const { thrift } = browser(told);
      await settled();
      expect(thrift.sparing.value).toBe(false);
    }
  });

  it("spares when the battery runs low, until it is charged", async () => {
    const { thrift, cell } = browser({ battery: { charging: false, level: 0.3 } });
    await settled();
    Object.assign(cell!, { level: 0.2 }).dispatchEvent(new Event("levelchange"));
    expect(thrift.sparing.value).toBe(true);
    Object.assign(cell!, { charging: true }).dispatchEvent(new Event("chargingchange"));
    expect(thrift.sparing.value).toBe(false);
  });

  it("spares where data should be saved", () => {
    expect(browser({ saveData: true }).thrift.sparing.value).toBe(true);
    expect(browser({ reduced: true }).thrift.sparing.value).toBe(true);
  });

  it("goes on where the battery may not be asked for", async () => {
    const data = Object.assign(new EventTarget(), { matches: false });
    const navigator = { getBattery: () => Promise.reject(new Error("not allowed")) };
    const thrift = new Thrift({ matchMedia: () => data, navigator } as unknown as Window);
    await settled();
    expect(thrift.sparing.value).toBe(false);
  });
});
