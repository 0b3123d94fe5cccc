/** Sees to it that frames come when they are wanted, that there are no more of them than the device can spare, and that
 *  the hall is right again when the page comes back. */
import type { Live } from "./live.js";
import { onReturn } from "./returning.js";
import { Thrift } from "./thrift.js";
import type { World } from "./world.js";

const ACTS = ["pointerdown", "pointermove", "pointerup", "keydown", "keyup", "wheel"];

export function keepAwake(page: Window, { pulse }: World, live: () => Pick<Live, "awaken"> | null): void {
  const wake = (event: Event): void => {
    const hovers = event.type === "pointermove" && (event as PointerEvent).buttons === 0;
    if (!hovers) pulse.wake();
  };
  for (const act of ACTS) page.addEventListener(act, wake, { capture: true, passive: true });
  onReturn(page, (long) => {
    if (long) live()?.awaken();
    pulse.wake();
  });
  new Thrift(page).sparing.watch((sparing) => (pulse.sparing = sparing));
}
