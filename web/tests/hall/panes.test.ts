import { describe, expect, it } from "vitest";
import type { Board, Model, Placement } from "../../src/hall/manifest.js";
import { boardPane, screenPanes } from "../../src/hall/panes.js";

const board = { at: [10, 20], facing: Math.PI, front: 0.17, elevation: 2, size: [6, 3] } as unknown as Board;
const placement = (facing: number, scale = 1): Placement =>
  ({ id: "p", exhibit: "x", model: "m", at: [10, 20], elevation: 0.5, facing, scale, cell: "c", screen: "telemetry", release: null });
const model = (yaw = 0, pitch = 0): Model =>
  ({ screens: [{ part: "screen-1", at: [1, 2, 0.5], size: [1.6, 0.9], yaw, pitch }] }) as unknown as Model;

describe("boardPane", () => {
  it("hangs before the face, where the board looks", () => {
    const pane = boardPane(board);
    expect(pane.at[0]).toBeCloseTo(10);
    expect(pane.at[1]).toBeCloseTo(20 - 0.182);
    expect(pane).toMatchObject({ facing: Math.PI, pitch: 0, width: 6, height: 3 });
    expect(pane.at[2]).toBe(2);
  });
});

describe("screenPanes", () => {
  it("turns with the exhibit: looking south, the model's +X is east", () => {
    const [pane] = screenPanes(placement(Math.PI), model());
    expect(pane?.at[0]).toBeCloseTo(11);
    expect(pane?.at[1]).toBeCloseTo(20 - 0.512);
    expect(pane?.at[2]).toBeCloseTo(2.5);
  });

  it("looking north, the model's +X is west", () => {
    const [pane] = screenPanes(placement(0), model());
    expect(pane?.at[0]).toBeCloseTo(9);
    expect(pane?.at[1]).toBeCloseTo(20.512);
  });

  it("grows with the exhibit", () => {
    const [pane] = screenPanes(placement(0, 2), model());
    expect([pane?.width, pane?.height]).toEqual([3.2, 1.8]);
    expect(pane?.at[2]).toBeCloseTo(4.5);
  });

  it("turns by its own yaw: a screen turned to the model's +X looks west of north", () => {
    const [pane] = screenPanes(placement(0), model(Math.PI / 2));
    expect(Math.sin(pane?.facing ?? 0)).toBeCloseTo(-1);
  });
});
