import { describe, expect, it } from "vitest";
import { Lids } from "../../src/movement/lids.js";

const told = async (promise: Promise<void>): Promise<boolean> =>
  Promise.race([promise.then(() => true), new Promise<boolean>((no) => setTimeout(() => no(false), 0))]);

describe("Lids", () => {
  it("begin shut, and open by and by", () => {
    const lids = new Lids();
    lids.step(0.05);
    expect(lids.dark).toBeGreaterThan(0);
    lids.step(0.1);
    expect(lids.dark).toBe(0);
  });

  it("tell when they are shut, not before", async () => {
    const lids = new Lids();
    lids.step(1);
    const shut = lids.close();
    lids.step(0.03);
    expect(await told(shut)).toBe(false);
    lids.step(0.2);
    expect(await told(shut)).toBe(true);
    expect(lids.dark).toBe(1);
  });

  it("stay shut until all have opened them who shut them", async () => {
    const lids = new Lids();
    void lids.close();
    void lids.close();
    lids.step(1);
    expect(await told(lids.open())).toBe(true);
    lids.step(1);
    expect([lids.dark, lids.lifted]).toEqual([1, false]);
    void lids.open();
    lids.step(1);
    expect([lids.dark, lids.lifted]).toEqual([0, true]);
  });

  it("let everybody go on who waits when the headset is taken off", async () => {
    const lids = new Lids();
    const opened = lids.open();
    lids.drop();
    expect(await told(opened)).toBe(true);
  });
});
