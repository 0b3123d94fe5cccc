/** Whether the picture keeps still: as the visitor chose, or as their system asks. Nothing else asks the system. */
import { signal, type Signal } from "../core/signal.js";
import type { Motion } from "./view.js";

const system = matchMedia("(prefers-reduced-motion: reduce)");
let chosen: Motion = "system";

/** True where nothing may move that nobody asked to move. */
export const calm: Signal<boolean> = signal(system.matches);

export function chooseMotion(motion: Motion): void {
  chosen = motion;
  calm.set(chosen === "system" ? system.matches : chosen === "calm");
}

system.addEventListener("change", () => chooseMotion(chosen));
