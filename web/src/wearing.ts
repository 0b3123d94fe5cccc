/** Whether this browser has a headset, and the visitor's putting it on and off. What it needs is fetched only then. */
import { RUN } from "./exhibits.js";
import type { Headset, Worn } from "./headset.js";
import type { SteeringOptions } from "./steering.js";

export class Wearing {
  private kit: { readonly Headset: typeof Headset } | null = null;
  private headset: Headset | null = null;
  private coming: Promise<Headset> | null = null;

  constructor(private readonly options: SteeringOptions) {
    void this.offer();
    navigator.xr?.addEventListener("devicechange", () => void this.offer());
  }

  /** What the headset shows; null while none is worn. */
  get worn(): Worn | null {
    return this.headset?.worn ?? null;
  }

  /** Closes or opens the eyes behind it; null while none is worn. */
  fade(covered: boolean): Promise<void> | null {
    return this.headset?.fade(covered) ?? null;
  }

  /** Puts it on, or takes it off; resolves to whether that could be. */
  async toggle(): Promise<boolean> {
    if (this.headset) {
      this.headset.takeOff();
      return true;
    }
    try {
      // Nothing may be waited for before: browsers want to see that somebody has just pressed a button.
      this.coming ??= this.putOn();
      this.headset = await this.coming;
    } catch {
      this.headset = null;
    }
    this.coming = null;
    if (this.headset?.over) this.headset = null;
    if (!this.headset) return false;
    this.options.takeOver(); // whoever leads the visitor, or has their eyes, lets go
    this.options.lending.show(null);
    this.options.interface.show({ headset: "worn", selected: null, joystick: null });
    return true;
  }

  private putOn(): Promise<Headset> | null {
    const { inspections } = this.options;
    const run = (placement: string): ReturnType<typeof inspections.play> => inspections.play(placement, RUN);
    return this.kit?.Headset.putOn({ ...this.options, run }, () => this.off()) ?? null;
  }

  private off(): void {
    this.headset = null;
    this.options.interface.show({ headset: "offered" });
    this.options.stage.canvas.focus({ preventScroll: true });
  }

  private async offer(): Promise<void> {
    const there = (await navigator.xr?.isSessionSupported("immersive-vr").catch(() => false)) ?? false;
    if (there) this.kit ??= await import("./headset.js").catch(() => null);
    if (!this.headset) this.options.interface.show({ headset: there && this.kit ? "offered" : "none" });
  }
}
