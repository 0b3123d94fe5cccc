import { describe, expect, it } from "vitest";
import { decodePresence, encodePosition } from "../../src/protocol/presence.js";

const buffer = (...bytes: number[]): ArrayBuffer => new Uint8Array(bytes).buffer;

describe("encodePosition", () => {
  it("writes centimetres, a bearing byte and a flag, little endian", () => {
    const bytes = encodePosition({ x: 12.34, y: 300, facing: Math.PI / 2, walking: true });
    expect([...bytes]).toEqual([1, 1234 & 255, 1234 >> 8, 30000 & 255, 30000 >> 8, 64, 1]);
  });

  it("keeps what does not fit at the edge", () => {
    const bytes = encodePosition({ x: -3, y: 9000, facing: -Math.PI / 2, walking: false });
    expect([...bytes]).toEqual([1, 0, 0, 255, 255, 192, 0]);
  });

  it("writes how far up one looks beside the flag, down below zero", () => {
    const flags = (pitch: number, walking = false): number => encodePosition({ x: 0, y: 0, facing: 0, walking, pitch })[6] as number;
    expect([flags(0, true), flags(Math.PI / 2), flags(-Math.PI / 2, true), flags(9)]).toEqual([1, 63 << 1, ((-63 << 1) & 255) | 1, 63 << 1]);
  });

  it("turns a whole turn into none", () => {
    expect(encodePosition({ x: 0, y: 0, facing: 2 * Math.PI - 0.001, walking: false })[5]).toBe(0);
  });
});

describe("decodePresence", () => {
  it("reads people", () => {
    const frame = decodePresence(buffer(2, 1, 0x78, 0x56, 0x34, 0x12, 1, 7, 1, 210, 4, 48, 117, 64, 1));
    expect(frame).toEqual({
      type: "people",
      area: 1,
      time: 0x12345678,
      people: [{ number: 263, x: 12.34, y: 300, facing: Math.PI / 2, walking: true }],
    });
  });

  it("reads counts", () => {
    const frame = decodePresence(buffer(3, 0, 2, 0, 5, 0, 3, 1, 1));
    expect(frame).toEqual({ type: "counts", area: 0, zones: [{ zone: 0, people: 5 }, { zone: 3, people: 257 }] });
  });

  it("reads vehicles", () => {
    const frame = decodePresence(buffer(4, 1, 5, 0x78, 0x56, 0x34, 0x12, 2, 0, 128, 85, 15, 255, 255, 0, 226));
    expect(frame).toEqual({
      type: "traffic", area: 1, show: 5, time: 0x12345678,
      vehicles: [{ place: 0.5, speed: 8.5, gain: 1 }, { place: 65_535 / 65_536, speed: 0, gain: -2 }],
    });
  });

  it.each([
    ["fewer vehicles than it says", buffer(4, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0)],
    ["nothing", buffer()],
    ["a header that ends early", buffer(2, 0, 0, 0)],
    ["fewer people than it says", buffer(2, 0, 0, 0, 0, 0, 2, 1, 0, 0, 0, 0, 0, 0, 0)],
    ["more bytes than it says", buffer(2, 0, 0, 0, 0, 0, 0, 9)],
    ["counts that end early", buffer(3, 0, 1, 0)],
    ["another kind", buffer(9, 0, 0)],
    ["its own report", encodePosition({ x: 1, y: 1, facing: 0, walking: false }).buffer],
  ])("refuses %s", (_, bytes) => {
    expect(decodePresence(bytes)).toBeNull();
  });

  it("never throws on noise", () => {
    let seed = 7;
    const random = (): number => (seed = (seed * 16807) % 2147483647);
    for (let i = 0; i < 2000; i++) {
      const bytes = Uint8Array.from({ length: random() % 40 }, () => random() % 256);
      bytes[0] = 1 + (random() % 4);
      const frame = decodePresence(bytes.buffer);
      if (frame?.type === "people") expect(frame.people.length).toBe((bytes.length - 7) / 8);
    }
  });
});

describe("a gaze", () => {
  it("is read as the server writes it", () => {
    const bytes = [5, 1, 0x10, 0x27, 0, 0, 7, 0, 0xb8, 0x0b, 0xa0, 0x0f, 64, 256 - 21];
    expect(decodePresence(buffer(...bytes))).toEqual({
      type: "gaze", area: 1, time: 10_000, number: 7, x: 30, y: 40, facing: Math.PI / 2, pitch: (-21 / 63) * (Math.PI / 2),
    });
    expect(decodePresence(buffer(...bytes, 0))).toBeNull();
  });
});
