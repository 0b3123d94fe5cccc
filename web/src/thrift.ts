/** Whether the visitor's device is short of power or data: frames are fewer then. A browser may tell nothing of it. */
import { signal, type Signal } from "./core/signal.js";

interface Battery extends EventTarget {
  readonly charging: boolean;
  /** 0 empty … 1 full. */
  readonly level: number;
}

/** What some browsers tell and others do not. */
type Telling = Navigator & {
  readonly getBattery?: () => Promise<Battery>;
  readonly connection?: EventTarget & { readonly saveData?: boolean };
};

/** Share of a battery below which it is low. */
const LOW = 0.25;

export class Thrift {
  readonly sparing: Signal<boolean> = signal(false);
  private battery: Battery | null = null;
  private readonly data: MediaQueryList;

  constructor(page: Window, private readonly navigator: Telling = page.navigator) {
    this.data = page.matchMedia("(prefers-reduced-data: reduce)");
    this.data.addEventListener("change", this.look);
    navigator.connection?.addEventListener?.("change", this.look);
    void this.findBattery();
    this.look();
  }

  private async findBattery(): Promise<void> {
    const battery = await this.navigator.getBattery?.().catch(() => null);
    if (!battery) return;
    this.battery = battery;
    for (const change of ["chargingchange", "levelchange"]) battery.addEventListener(change, this.look);
    this.look();
  }

  private readonly look = (): void => {
    const low = this.battery !== null && !this.battery.charging && this.battery.level <= LOW;
    this.sparing.set(low || this.data.matches || this.navigator.connection?.saveData === true);
  };
}
