/** Whether this browser has a headset, and the visitor's putting it on and off. What it needs is fetched only then. */
import type { Headset, HeadsetOptions, Worn } from "./headset.js";
import type { Interface } from "./ui/interface.js";

export interface WearingOptions extends HeadsetOptions {
  readonly interface: Interface;
  /** Told when it is put on: whoever has the eyes, or leads the visitor, lets go. */
  readonly begins: () => void;
}

export class Wearing {
  private kit: { readonly Headset: typeof Headset } | null = null;
  private headset: Headset | null = null;
  private coming: Promise<Headset> | null = null;

  constructor(private readonly options: WearingOptions) {
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
      this.coming ??= this.kit?.Headset.putOn(this.options, () => this.off()) ?? null;
      this.headset = await this.coming;
    } catch {
      this.headset = null;
    }
    this.coming = null;
    if (!this.headset) return false;
    this.options.begins();
    this.options.interface.show({ headset: "worn" });
    return true;
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
