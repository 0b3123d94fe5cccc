import { describe, expect, it } from "vitest";
import { type Meeting, type Mine, readChanged, readMeetingNews, readMine } from "../../src/protocol/meetings.js";
import {
  canBeHere, canTellOutcome, MeetingReminders, sorted, turned, withMeeting, withoutMeeting,
} from "../../src/session/meetings.js";

const MINUTE = 60_000;
const START = 100 * MINUTE;
export const slot = (n: number, taken = false): object => ({ id: `m/${n}`, starts: START + n * 15 * MINUTE, ends: START + (n + 1) * 15 * MINUTE, taken });
export const told = (more: object = {}): object => ({
  id: "k1", side: "buyer", booth: "a01", buyer: "b1", name: "魏", company: "East", remote: false, standing: "asked", asked_by: "buyer", asked: 1,
  message: "", reasons: [], slot: null, place: { kind: "booth", id: "a01" }, here: { buyer: false, booth: false }, outcome: null, note: "", callable: null, seq: 1, ...more,
});
const meeting = (more: object = {}): Meeting => readChanged({ ok: true, meeting: told(more) }) as Meeting;
const mine = (...meetings: object[]): Mine =>
  readMine({
    ok: true, id: "b1", side: "buyer", profile: { name: "魏", needs: "压铸", free: ["m/0", 7], industries: null }, slots: [slot(0), slot(1), { id: "m/2" }],
    meetings, industries: [{ id: "hall/a", name: { en: "Energy", zh: "能源" } }, 3],
  }) as Mine;

describe("what the server says of meetings", () => {
  it("is read with every field checked, and refusals as they are", () => {
    expect(mine(told(), { id: "broken" })).toMatchObject({
      side: "buyer", profile: { name: "魏", needs: "压铸", free: ["m/0"], industries: [], remote: false }, slots: [{ id: "m/0" }, { id: "m/1" }], meetings: [{ id: "k1" }], industries: [{ id: "hall/a" }],
    });
    expect(readMine({ ok: false, code: "crowded", message: { en: "Wait.", zh: "请稍候。" } })).toEqual({ code: "crowded", message: { en: "Wait.", zh: "请稍候。" } });
    expect(readMine(null)).toMatchObject({ code: "unknown" });
    expect(readMeetingNews({ meeting: { id: "k1", standing: "forgotten" } })).toEqual({ kind: "forgotten", id: "k1" });
    expect(readMeetingNews({ meeting: told({ standing: "dreamt" }) })).toBeNull();
    expect(readMeetingNews("k1")).toBeNull();
  });
});

describe("one's meetings", () => {
  it("take in what is newer, once, and know which slots are taken", () => {
    const booked = meeting({ standing: "booked", slot: slot(0), seq: 2 });
    const after = withMeeting(mine(told()), booked);
    expect(after.meetings).toEqual([booked]);
    expect(after.slots.map(({ taken }) => taken)).toEqual([true, false]);
    expect(withMeeting(after, meeting({ seq: 1 }))).toBe(after);
    const moved = withMeeting(after, meeting({ standing: "booked", slot: slot(1), seq: 3 }));
    expect(moved.slots.map(({ taken }) => taken)).toEqual([false, true]);
    expect(withoutMeeting(moved, "k1")).toMatchObject({ meetings: [], slots: [{ taken: false }, { taken: false }] });
    expect(withoutMeeting(moved, "other")).toBe(moved);
  });

  it("leave those of the other side alone", () => {
    const before = mine();
    expect(withMeeting(before, meeting({ side: "booth" }))).toBe(before);
  });

  it("are listed with what has to be answered first, then by time", () => {
    const all = mine(
      told({ id: "late", standing: "booked", slot: slot(1) }), told({ id: "early", standing: "booked", slot: slot(0) }), told({ id: "own" }),
      told({ id: "theirs", asked_by: "booth" }), told({ id: "agreed", standing: "agreed" }), told({ id: "met", standing: "met", seq: 4 }), told({ id: "missed", standing: "missed", seq: 9 }),
    );
    const ids = (list: readonly Meeting[]): readonly string[] => list.map(({ id }) => id);
    const { toAnswer, booked, waiting, past } = sorted(all);
    expect([ids(toAnswer), ids(booked), ids(waiting), ids(past)]).toEqual([["theirs"], ["early", "late"], ["own", "agreed"], ["missed", "met"]]);
  });

  it("may be come to from ten minutes before, and told of once they began", () => {
    const booked = meeting({ standing: "booked", slot: slot(0) });
    expect([-11, -10, 14, 15].map((minutes) => canBeHere(booked, START + minutes * MINUTE))).toEqual([false, true, true, false]);
    expect(canBeHere(meeting({ standing: "booked", slot: slot(0), here: { buyer: true } }), START)).toBe(false);
    expect([-1, 0].map((minutes) => canTellOutcome(booked, START + minutes * MINUTE))).toEqual([false, true]);
    expect(canTellOutcome(meeting({ standing: "met", slot: slot(0) }), 0)).toBe(true);
    expect([true, false].map((buyer) => canTellOutcome(meeting({ standing: "missed", here: { buyer } }), START))).toEqual([true, false]);
  });
});

describe("what is told of a meeting", () => {
  it("is what the other side did, once", () => {
    const asked = meeting();
    expect(turned(undefined, asked)).toBeNull(); // one's own
    expect(turned(undefined, meeting({ asked_by: "booth" }))).toBe("asked");
    const booked = meeting({ standing: "booked", slot: slot(0), seq: 2 });
    expect(turned(asked, booked)).toBe("booked");
    expect(turned(booked, booked)).toBeNull();
    expect(turned(booked, meeting({ standing: "booked", slot: slot(1), seq: 3 }))).toBe("moved");
    expect(turned(booked, meeting({ standing: "booked", slot: slot(0), here: { booth: true }, seq: 3 }))).toBe("here");
    expect(turned(booked, meeting({ standing: "booked", slot: slot(0), here: { buyer: true }, seq: 3 }))).toBeNull();
    expect(turned(booked, meeting({ standing: "met", slot: slot(0), seq: 3 }))).toBeNull();
    expect(turned(booked, meeting({ standing: "missed", seq: 3 }))).toBe("missed");
  });

  it("is also that it begins within five minutes, once, and again when it was moved", () => {
    const reminders = new MeetingReminders();
    const booked = meeting({ standing: "booked", slot: slot(0) });
    const due = (minutes: number, each = booked): number => reminders.due([each], START + minutes * MINUTE).length;
    expect([due(-6), due(-5), due(-4), due(0)]).toEqual([0, 1, 0, 0]);
    expect(due(11, meeting({ standing: "booked", slot: slot(1) }))).toBe(1);
    expect(due(-3, meeting({ id: "k2", standing: "cancelled", slot: slot(0) }))).toBe(0);
  });
});
