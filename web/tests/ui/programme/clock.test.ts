import { beforeEach, describe, expect, it } from "vitest";
import { countdown, dateOf, hoursIn, minutesUntil, ownHours } from "../../../src/ui/programme/clock.js";
import { language } from "../../../src/ui/language.js";

const STARTS = Date.parse("2026-09-20T01:00Z");
const ENDS = Date.parse("2026-09-20T01:45Z");

describe("hours of the programme", () => {
  beforeEach(() => language.set("en"));

  it("are those of the venue, and the visitor's own where they differ", () => {
    expect(hoursIn(STARTS, ENDS, "Asia/Shanghai")).toBe("09:00–09:45");
    expect(ownHours(STARTS, ENDS, "Asia/Shanghai", "Europe/Berlin")).toBe("03:00–03:45");
    expect(ownHours(STARTS, ENDS, "Asia/Shanghai", "America/New_York")).toMatch(/^Sat.*19 21:00–21:45$/);
    expect(ownHours(STARTS, ENDS, "Asia/Shanghai", "Asia/Taipei")).toBe("");
  });

  it("speak Chinese too", () => {
    language.set("zh");
    expect(dateOf(STARTS, "Asia/Shanghai")).toMatch(/9月20日/);
  });

  it("count down by seconds", () => {
    expect(countdown(STARTS, STARTS - 3_909_000)).toBe("1:05:09");
    expect(countdown(STARTS, STARTS - 309_000)).toBe("05:09");
    expect(countdown(STARTS, STARTS + 5)).toBe("00:00");
    expect(minutesUntil(STARTS, STARTS - 1)).toBe(1);
  });
});
