/** A headset that is not there: Meta's emulated runtime in a page, and hands to move in it. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { BrowserContext, Page } from "playwright-core";
import type { XRDevice } from "iwer";

declare global {
  interface Window {
    IWER: typeof import("iwer"); // eslint-disable-line @typescript-eslint/consistent-type-imports
    headset: XRDevice;
  }
}

/** Gives every page of a context a headset with a controller in the right hand, before its own scripts. */
export async function equip(context: BrowserContext): Promise<void> {
  const source = readFileSync(createRequire(import.meta.url).resolve("iwer/build/iwer.min.js"), "utf8");
  // A page's own global, not a module's: `this` is neither here.
  await context.addInitScript({ content: `${source};(${install.toString()})();` });
}

function install(): void {
  window.headset = new window.IWER.XRDevice(window.IWER.metaQuest3);
  window.headset.installRuntime({ forceInstall: true });
  // 2.5.0 takes the transform for its matrix, and then draws from nowhere.
  const space = XRReferenceSpace.prototype;
  const offset = space.getOffsetReferenceSpace;
  space.getOffsetReferenceSpace = function (transform) {
    return offset.call(this, transform.matrix as never);
  };
  window.headset.controllers.left!.connected = false;
}

/** A controller in the room: metres to the right, up and to the back; degrees that it points to the right and up. */
export interface Held {
  readonly at: readonly [number, number, number];
  readonly right?: number;
  readonly up?: number;
}

export class Hands {
  constructor(private readonly page: Page) {}

  /** Puts the controller somewhere. */
  hold({ at, right = 0, up = 0 }: Held): Promise<void> {
    return this.page.evaluate(([[x, y, z], yaw, pitch]) => {
      const hand = window.headset.controllers.right!;
      hand.position.set(x, y, z);
      const [a, b] = [(-yaw * Math.PI) / 360, (pitch * Math.PI) / 360];
      // First it is raised, then turned.
      hand.quaternion.set(Math.sin(b) * Math.cos(a), Math.cos(b) * Math.sin(a), -Math.sin(b) * Math.sin(a), Math.cos(b) * Math.cos(a));
    }, [at, right, up] as const);
  }

  /** Pushes its stick: shares to the right, and forward. */
  push(right: number, forward: number): Promise<void> {
    return this.page.evaluate(([x, y]) => window.headset.controllers.right!.updateAxes("thumbstick", x, -y), [right, forward] as const);
  }

  pull(how: 0 | 1): Promise<void> {
    return this.page.evaluate((value) => window.headset.controllers.right!.updateButtonValue("trigger", value), how);
  }

  /** Puts the head somewhere in the room. */
  stand(x: number, y: number, z: number): Promise<void> {
    return this.page.evaluate(([a, b, c]) => void window.headset.position.set(a, b, c), [x, y, z] as const);
  }
}
