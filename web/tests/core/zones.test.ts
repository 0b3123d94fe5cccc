import { describe, expect, it } from "vitest";
import { dateIn, dayAfter, momentOf } from "../../src/core/zones.js";

const iso = (moment: number): string => new Date(moment).toISOString().slice(0, 16);

describe("momentOf", () => {
  // The same as ZoneInfo with fold 0 gives (tests/programme/test_sessions.py).
  it.each([
    ["Asia/Shanghai", "2026-09-20", "09:00", "2026-09-20T01:00"],
    ["UTC", "2026-09-20", "00:00", "2026-09-20T00:00"],
    ["Europe/Berlin", "2026-03-28", "09:00", "2026-03-28T08:00"],
    ["Europe/Berlin", "2026-03-29", "01:59", "2026-03-29T00:59"],
    ["Europe/Berlin", "2026-03-29", "09:00", "2026-03-29T07:00"],
    ["Europe/Berlin", "2026-03-29", "02:30", "2026-03-29T01:30"], // leapt over: half past three
    ["Europe/Berlin", "2026-10-25", "02:30", "2026-10-25T00:30"], // shown twice: the first
    ["America/St_Johns", "2026-07-01", "12:00", "2026-07-01T14:30"],
    ["Pacific/Kiritimati", "2026-01-01", "00:00", "2025-12-31T10:00"],
  ])("%s %s %s", (zone, date, time, moment) => expect(iso(momentOf(zone, date, time))).toBe(moment));
});

describe("dateIn", () => {
  it("turns at midnight there", () => {
    expect(dateIn("Asia/Shanghai", Date.parse("2026-11-28T15:59:59Z"))).toBe("2026-11-28");
    expect(dateIn("Asia/Shanghai", Date.parse("2026-11-28T16:00:00Z"))).toBe("2026-11-29");
    expect(dayAfter("2026-02-28", 1)).toBe("2026-03-01");
  });
});
