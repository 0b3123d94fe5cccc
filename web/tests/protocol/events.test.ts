import { describe, expect, it } from "vitest";
import { isRefusal, readEvent, readPeople, readPerson, readRefusal, readWelcome } from "../../src/protocol/events.js";

const ada = { number: 1, nickname: "<b>Ada</b>", color: 3, area: "hall", role: "visitor", via: "text", muted: false };
const sky = { epoch: 1_700_000_000.25, position: 0, rate: 1, duration: 180, loop: true };
const welcome = {
  ok: true, session: "s", number: 1, presence: "t", seq: 4, time: 10, people: [ada], missed: [], snapshot: true, revision: "r",
};

describe("readPerson", () => {
  it("keeps a nickname as it is", () => {
    expect(readPerson({ ...ada, extra: 1 })).toEqual(ada);
  });

  it("takes whoever an older server tells of, or says something unknown, for a walker", () => {
    expect(readPerson({ ...ada, via: undefined })?.via).toBe("hall");
    expect(readPerson({ ...ada, via: "tunnel" })?.via).toBe("hall");
  });

  it.each([null, [], "x", {}, { ...ada, number: "1" }, { ...ada, number: -1 }, { ...ada, color: NaN }, { ...ada, area: null }])(
    "refuses %j",
    (value) => {
      expect(readPerson(value)).toBeNull();
    },
  );
});

describe("readEvent", () => {
  it.each([
    { kind: "joined", person: ada },
    { kind: "role", number: 7, role: "moderator" },
    { kind: "muted", number: 7, muted: true },
    { kind: "left", number: 3 },
    { kind: "renamed", number: 3, nickname: "B" },
    { kind: "moved", number: 3, area: "park", via: "text" },
    { kind: "announcement", text: { en: "a", zh: "b" } },
    { kind: "rebuilt", revision: "r2", shows: null, boards: null, sessions: null, screens: null },
    { kind: "show", show: "sky", timeline: sky, by: null },
    { kind: "show", show: "exhibit/rocket", timeline: { ...sky, loop: false }, by: 7 },
  ])("reads $kind", (event) => {
    expect(readEvent({ seq: 2, time: 5, ...event })).toEqual({ seq: 2, time: 5, ...event });
  });

  it("keeps the number of a kind that it does not know", () => {
    expect(readEvent({ seq: 9, time: 1, kind: "fireworks" })).toEqual({ seq: 9, time: 1, kind: "unknown" });
    expect(readEvent({ seq: 9, time: 1, kind: "joined", person: {} })).toEqual({ seq: 9, time: 1, kind: "unknown" });
  });

  it("reads the shows that a rebuilt hall has, as far as they make sense", () => {
    const event = readEvent({ seq: 3, time: 1, kind: "rebuilt", revision: "r3", shows: { sky, odd: { ...sky, epoch: "now" }, none: null } });
    expect(event).toMatchObject({ kind: "rebuilt", shows: new Map([["sky", sky]]) });
  });

  it.each([{ epoch: NaN }, { rate: null }, { duration: "9" }, { position: undefined }])("does not believe a timeline with %j", (change) => {
    expect(readEvent({ seq: 3, time: 1, kind: "show", show: "sky", timeline: { ...sky, ...change } })?.kind).toBe("unknown");
  });

  it.each([null, 3, { seq: 1.5, time: 0, kind: "left", number: 1 }, { seq: 1, kind: "left", number: 1 }])("refuses %j", (value) => {
    expect(readEvent(value)).toBeNull();
  });
});

describe("readWelcome", () => {
  it("reads what was changed on boards, as far as it makes sense", () => {
    const boards = { figures: { projects: { value: 3, unit: null, label: { en: "a" } }, gone: null, odd: 7 }, none: 1 };
    const read = new Map([["figures", new Map([["projects", { id: "projects", value: 3 }], ["gone", null]])]]);
    expect(readWelcome({ ...welcome, boards })).toMatchObject({ boards: read });
    expect(readWelcome(welcome)).toMatchObject({ boards: new Map() });
    expect(readEvent({ seq: 1, time: 1, kind: "board", board: "figures", changes: boards.figures }))
      .toEqual({ seq: 1, time: 1, kind: "board", board: "figures", changes: read.get("figures") });
    expect(readEvent({ seq: 1, time: 1, kind: "board", board: "figures", changes: null })?.kind).toBe("unknown");
  });

  it("reads the whole answer and leaves out broken people", () => {
    const read = readWelcome({ ...welcome, people: [ada, { number: 2 }] });
    expect(read).toMatchObject({ session: "s", number: 1, presence: "t", seq: 4, snapshot: true, people: [ada] });
  });

  it("reads where shows stand; a server that has none says nothing of them", () => {
    expect(readWelcome({ ...welcome, shows: { sky } })).toMatchObject({ shows: new Map([["sky", sky]]) });
    expect(readWelcome(welcome)).toMatchObject({ shows: new Map() });
  });

  it("reads after how long to ask again", () => {
    expect(readRefusal({ ok: false, code: "show_running", message: { en: "a", zh: "b" }, wait: 5.1 }).wait).toBe(5.1);
    expect(readRefusal({ ok: false, code: "show_held", wait: null })).not.toHaveProperty("wait");
  });

  it("reads a refusal", () => {
    const read = readWelcome({ ok: false, code: "unknown_area", message: { en: "No", zh: "无" } });
    expect(read && isRefusal(read) && read.code).toBe("unknown_area");
  });

  it("refuses half an answer", () => {
    expect(readWelcome({ ok: true, session: "s" })).toBeNull();
    expect(readWelcome(undefined)).toBeNull();
  });
});

it("reads a refusal that says nothing", () => {
  expect(readRefusal(null)).toEqual({ code: "unknown", message: { en: "", zh: "" } });
});

it("reads the people of an area", () => {
  expect(readPeople({ ok: true, people: [ada, 5] })).toEqual([ada]);
  expect(readPeople(null)).toEqual([]);
});
