/** The hands that move the visitor, and what they do beside walking: pointing at things, and opening what one stands before. */
import { ahead } from "./hall/ahead.js";
import type { Manifest } from "./hall/manifest.js";
import { Hand } from "./input/hand.js";
import type { Inspections } from "./inspections.js";
import type { Lending } from "./lending.js";
import type { Stage } from "./stage/stage.js";
import { away, type Interface } from "./ui/interface.js";
import type { World } from "./world.js";

export interface SteeringOptions {
  readonly world: World;
  readonly stage: Stage;
  readonly interface: Interface;
  readonly hall: () => Manifest;
  readonly inspections: Inspections;
  readonly lending: Lending;
  /** Told when somebody moves by hand: whoever leads them lets go. */
  readonly takeOver: () => void;
  /** Steps in, as the button does. */
  readonly enter: () => void;
}

/** Gives the world its hand, on the canvas of the stage. */
export function steer(options: SteeringOptions): Hand {
  const { world, stage } = options;
  stage.canvas.tabIndex = 0;
  stage.canvas.setAttribute("role", "application");
  options.interface.describe(stage.canvas);
  const hand = new Hand(stage.canvas, window, {
    active: () => {
      options.takeOver();
      const { view } = options.interface;
      if (view.selected && !away(view)) options.interface.show({ selected: null });
    },
    tap: (x, y) => tap(options, x, y),
    act: () => act(options),
    press: () => press(options),
    back: () => options.interface.back(),
    menu: () => options.interface.menu(),
    step: (way) => options.interface.step(way),
    pad: (pad) => options.interface.show({ pad }),
    stirs: () => world.pulse.wake(),
    occupied: () => options.interface.occupied,
    stick: (stick) => options.interface.show({ joystick: stick }),
  });
  world.steering = hand;
  return hand;
}

/** A gamepad's button: presses what has the focus, steps in, or does what Enter does in the hall. */
function press(options: SteeringOptions): void {
  const { interface: shown, world, enter } = options;
  if (shown.press()) return;
  if (shown.view.phase !== "loading") act(options);
  else if (world.loading.value.ready) enter();
}

/** Points at an exhibit that is inspected, at a thing of the hall, or at the floor to go there. */
function tap({ world, inspections, lending, interface: shown }: SteeringOptions, x: number, y: number): void {
  inspections.tap(x, y);
  if (lending.lent) return;
  const hit = world.walkable ? world.pointed(x, y) : null;
  if (hit?.id) shown.show({ selected: hit.id });
  else if (hit) world.walkTo(hit.at);
}

/** Opens the card of the exhibit or board that the visitor stands before. */
function act({ world, hall, interface: shown }: SteeringOptions): void {
  if (!world.walkable || away(shown.view)) return;
  const thing = ahead(hall(), world.area.value, world.walker.pose);
  if (!thing) return;
  shown.show({ selected: thing.id });
  shown.read();
}
