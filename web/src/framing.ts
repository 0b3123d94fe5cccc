/** What the page's surroundings ask for: its address, and the page around it where it is in a frame. */
import { Embedded } from "./embedded.js";
import { fetchEmbedders } from "./hall/embedding.js";
import { Backoff } from "./net/backoff.js";
import { Obeying, type ObeyingOptions } from "./obeying.js";
import type { Interface } from "./ui/interface.js";

export type FramingOptions = Omit<ObeyingOptions, "refuse"> & { readonly interface: Interface };

export class Framing {
  private readonly obeying: Obeying;
  private readonly inFrame: boolean;

  constructor(private readonly page: Window, options: FramingOptions) {
    const { interface: shown } = options;
    this.inFrame = page.parent !== page;
    const embedded = this.inFrame ? this.listen(shown) : null;
    this.obeying = new Obeying({ ...options, refuse: (code, id) => embedded?.refuse(code, id) });
    if (this.inFrame) shown.show({ embedded: true });
  }

  /** Whether the page may take the focus: in a frame only when somebody is in it already. */
  get mayFocus(): boolean {
    return !this.inFrame || this.page.document.hasFocus();
  }

  /** Somebody has entered: `?to=` leads to any place, `?select=` opens its card; then what the page around asked for. */
  entered(address: URLSearchParams): void {
    const [to, select] = [address.get("to"), address.get("select")];
    if (to) this.obeying.take({ command: "leadTo", id: to });
    if (select) this.obeying.take({ command: "select", id: select });
    this.obeying.entered();
  }

  private listen(shown: Interface): Embedded {
    const { page } = this;
    const embedded = new Embedded({
      parent: page.parent,
      own: page.location.origin,
      allowed: embedders(),
      obey: (command) => this.obeying.take(command),
      view: () => shown.view,
      blank: shown.view,
      now: () => performance.now(),
    });
    page.addEventListener("message", (event) => void embedded.hear(event));
    shown.watch((view, before) => embedded.shown(view, before));
    return embedded;
  }
}

/** Asks the server until it says who may embed the hall. */
async function embedders(): Promise<readonly string[]> {
  const backoff = new Backoff({ first: 1_000, longest: 20_000, chance: 0.5 });
  for (;;) {
    const origins = await fetchEmbedders();
    if (origins) return origins;
    await new Promise((again) => setTimeout(again, backoff.next()));
  }
}
