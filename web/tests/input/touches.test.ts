import { describe, expect, it } from "vitest";
import { Touches } from "../../src/input/touches.js";

const at = (x: number, y: number, time = 0, id = 1) => ({ id, x, y, time });
const phone = () => new Touches([390, 844]);

describe("Touches", () => {
  it("tells a tap from a drag and from a long press", () => {
    const touches = phone();
    touches.down(at(200, 200), true);
    expect(touches.up(at(202, 201, 120))).toBe(true);
    touches.down(at(200, 200), true);
    touches.move(at(240, 200, 50));
    expect(touches.up(at(240, 200, 120))).toBe(false);
    touches.down(at(200, 200), true);
    expect(touches.up(at(200, 200, 900))).toBe(false);
  });

  it("gives what was dragged once, and nothing for the tremble of a tap", () => {
    const touches = phone();
    touches.down(at(200, 200), true);
    touches.move(at(204, 202));
    expect(touches.takeDrag()).toEqual([0, 0]);
    touches.move(at(260, 190));
    expect(touches.takeDrag()).toEqual([56, -12]);
    expect(touches.takeDrag()).toEqual([0, 0]);
  });

  it("makes a stick of a thumb at the lower left, while another finger looks", () => {
    const touches = phone();
    touches.down(at(70, 700, 0, 1), true);
    touches.move(at(70, 644, 30, 1));
    touches.down(at(300, 400, 40, 2), true);
    touches.move(at(330, 400, 60, 2));
    expect(touches.stick).toEqual({ x: 70, y: 700, dx: 0, dy: -1 });
    expect(touches.takeDrag()).toEqual([30, 0]);
    touches.up(at(70, 644, 500, 1));
    expect(touches.stick).toBeNull();
  });

  it("has the stick at the lower right for who uses the left hand", () => {
    const touches = phone();
    touches.side = "right";
    touches.down(at(320, 700, 0, 1), true);
    touches.move(at(320, 644, 30, 1));
    touches.down(at(70, 700, 40, 2), true);
    touches.move(at(100, 700, 60, 2));
    expect(touches.stick).toEqual({ x: 320, y: 700, dx: 0, dy: -1 });
    expect(touches.takeDrag()).toEqual([30, 0]);
  });

  it("pushes no further than its rim", () => {
    const touches = phone();
    touches.down(at(70, 700), true);
    touches.move(at(370, 300));
    const stick = touches.stick!;
    expect(Math.hypot(stick.dx, stick.dy)).toBeCloseTo(1, 5);
  });

  it("lets the mouse look everywhere", () => {
    const touches = phone();
    touches.down(at(70, 700), false);
    touches.move(at(120, 700));
    expect(touches.stick).toBeNull();
    expect(touches.takeDrag()).toEqual([50, 0]);
  });

  it("spreads two fingers to come nearer, where nobody walks", () => {
    const touches = phone();
    touches.sticks = false;
    touches.down(at(100, 700, 0, 1), true);
    touches.down(at(200, 700, 0, 2), true);
    touches.move(at(300, 700, 20, 2));
    expect(touches.stick).toBeNull();
    expect(touches.takePinch()).toBeCloseTo(2, 5);
    expect(touches.takePinch()).toBe(1);
    expect(touches.takeDrag()).toEqual([0, 0]);
    expect(touches.up(at(300, 700, 100, 2))).toBe(false);
  });
});
