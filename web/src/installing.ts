/** Putting the hall among the apps of the device, where the browser offers it. */
import { signal, type Signal } from "./core/signal.js";

/** What the browser sends when it would; not every one does. */
interface Offer extends Event {
  prompt(): Promise<unknown>;
}

export class Installing {
  /** Whether the browser offers it now. */
  readonly offered: Signal<boolean> = signal(false);
  private offer: Offer | null = null;

  constructor(page: EventTarget = window) {
    page.addEventListener("beforeinstallprompt", (event) => {
      event.preventDefault(); // asked for in the menu, not over the hall
      this.take(event as Offer);
    });
    page.addEventListener("appinstalled", () => this.take(null));
  }

  /** Asks the visitor; an offer is good for one question. */
  async install(): Promise<void> {
    const { offer } = this;
    this.take(null);
    await offer?.prompt().catch(() => undefined);
  }

  private take(offer: Offer | null): void {
    this.offer = offer;
    this.offered.set(offer !== null);
  }
}
