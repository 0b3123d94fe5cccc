import { describe, expect, it } from "vitest";
import { machine, pivot } from "./machine.js";

describe("Rig", () => {
  it("is at rest where its file says", () => {
    expect(pivot(machine(), "hand")).toEqual([3, 2, 0]);
  });

  it("moves what hangs from what moves", () => {
    const rig = machine();
    rig.pose([{ motion: "run", time: 1 }]);
    expect(pivot(rig, "arm")).toEqual([0, 2, 0]);
    expect(pivot(rig, "hand")).toEqual([0, 5, 0]);
    rig.pose([{ motion: "run", time: 0.5 }]);
    expect(pivot(rig, "hand")).toEqual([2.121, 4.121, 0]);
  });

  it("can be sampled to and fro, and comes back to rest", () => {
    const rig = machine();
    for (const time of [1.7, 0.2, 5, 0.5]) rig.pose([{ motion: "run", time }]);
    expect(pivot(rig, "hand")).toEqual([2.121, 4.121, 0]);
    rig.pose([]);
    expect(pivot(rig, "hand")).toEqual([3, 2, 0]);
  });

  it("jumps where a motion does", () => {
    const rig = machine();
    const size = (time: number): number => {
      rig.pose([{ motion: "run", time }]);
      return rig.matrices[rig.named("flame")]!.elements[0];
    };
    expect([0.4, 0.6, 1.4, 1.6].map(size)).toEqual([0, 1, 1, 0]);
  });

  it("comes apart on top of what it plays", () => {
    const rig = machine();
    rig.pose([{ motion: "idle", time: 2 }, { motion: "explode", time: 1 }]);
    expect(pivot(rig, "hand")).toEqual([4, 2, 2]);
    rig.pose([{ motion: "idle", time: 2 }, { motion: "run", time: 1 }, { motion: "explode", time: 0.5 }]);
    expect(pivot(rig, "hand")).toEqual([0, 5.5, 2]);
  });

  it("knows how long motions take and which end as they began", () => {
    const rig = machine();
    expect(["run", "open", "dance"].map((motion) => rig.duration(motion))).toEqual([2, 1, null]);
    expect(["run", "open"].map((motion) => rig.returns(motion))).toEqual([true, false]);
  });

  it("knows what moves at all, and what is cut away", () => {
    const { joints } = machine();
    expect(joints.filter(({ moving }) => moving).map(({ name }) => name).sort()).toEqual(["arm", "flame", "hand", "lid"]);
    expect(joints.filter(({ cut }) => cut).map(({ name }) => name)).toEqual(["lid"]);
  });

  it("takes the whole model for a part that it does not have", () => {
    expect(machine().named("wing")).toBe(0);
  });
});
