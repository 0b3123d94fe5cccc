/** What the page's surroundings ask for: its address, and the page around it where it is in a frame. */
import { unknownBeginning } from "./address.js";
import { Embedded } from "./embedded.js";
import { fetchEmbedders } from "./hall/embedding.js";
import { Backoff } from "./net/backoff.js";
import { Obeying, type ObeyingOptions } from "./obeying.js";
import type { Interface } from "./ui/interface.js";

export type FramingOptions = Omit<ObeyingOptions, "refuse"> & { readonly interface: Interface };

export class Framing {
  private readonly obeying: Obeying;
  private readonly inFrame: boolean;

  constructor(private readonly page: Window, private readonly options: FramingOptions) {
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

  /** Somebody has entered: `?to=` leads to any place, or over several, `?select=` opens a card, and who begins elsewhere than
   *  the address says is told so; then what the page around asked for. */
  entered(address: URLSearchParams): void {
    const { hall, interface: shown } = this.options;
    const [to, select, known] = [address.getAll("to").filter((word) => word.trim()), address.get("select"), hall()];
    if (to.length > 0) this.obeying.lead(to);
    const closed = select && !this.obeying.select(select) ? [select] : [];
    const lost = known && unknownBeginning(address, known);
    shown.show({ unknown: [...new Set([...(lost ? [lost] : []), ...closed])] });
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
