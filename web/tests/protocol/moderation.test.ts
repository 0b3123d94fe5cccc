import { describe, expect, it } from "vitest";
import type { Person } from "../../src/protocol/events.js";
import { mayActOn, moderates, readRemoval, readReports, readReview } from "../../src/protocol/moderation.js";

const person = (role: string): Person => ({ number: 1, nickname: "", color: 1, area: "hall", role, via: "hall", muted: false });
const report = { id: 1, number: 7, nickname: "Ada", by: 8, reason: "shouts", time: 9 };
const ban = { id: 2, nickname: "Ada", reason: "", by: "Mo", time: 9 };

describe("moderation", () => {
  it("reads why one was sent away, whatever comes", () => {
    expect(readRemoval({ how: "banned", reason: "x" })).toEqual({ how: "banned", reason: "x" });
    for (const value of [null, 7, {}, { how: "loved", reason: 3 }]) expect(readRemoval(value)).toEqual({ how: "kicked", reason: "" });
  });

  it("reads reports and bans, and leaves out what is none", () => {
    expect(readReports([report, { ...report, id: "1" }, null])).toEqual([report]);
    expect(readReports("no")).toEqual([]);
    expect(readReview({ ok: true, reports: [report], bans: [ban, {}] })).toEqual({ reports: [report], bans: [ban] });
    expect(readReview({ ok: false, code: "not_allowed", message: { en: "No.", zh: "否" } })).toMatchObject({ code: "not_allowed" });
    expect(readReview(null)).toMatchObject({ code: "unknown" });
  });

  it("offers a moderator what the server would let them do", () => {
    const ranks = ["visitor kiosk exhibitor something", "host", "moderator", "organizer"];
    for (const [actor, names] of ranks.entries()) {
      for (const name of names.split(" ")) {
        expect(moderates(person(name))).toBe(actor >= 2);
        for (const [subject, others] of ranks.entries()) {
          for (const other of others.split(" ")) expect(mayActOn(person(name), person(other))).toBe(actor >= 2 && subject < actor);
        }
      }
    }
    expect(moderates(null)).toBe(false);
  });
});
