/** Asks for the hall until there is one, ever more seldom, and at once when the network or the visitor says so. */
import { type FindingError, type FindingOptions, type Found, findHall } from "./hall/finding.js";
import { Backoff } from "./net/backoff.js";
import { REASONS } from "./reasons.js";
import type { Interface } from "./ui/interface.js";

export class Arriving {
  /** Asks at once rather than later. */
  again: () => void = () => undefined;

  async find(options: FindingOptions, failed: (error: FindingError) => void): Promise<Found> {
    const backoff = new Backoff({ first: 1_500, longest: 20_000, chance: 0.3 });
    for (;;) {
      const found = await findHall(options);
      if (found.ok) return found.value;
      failed(found.error);
      await new Promise<void>((again) => {
        this.again = again;
        setTimeout(again, backoff.next());
        window.addEventListener("online", () => again(), { once: true });
      });
    }
  }

  /** The same, and an interface shows how far it is; not where it has said that nothing can be drawn. */
  tell(options: FindingOptions, face: Pick<Interface, "show" | "view">): Promise<Found> {
    const show = (shown: Parameters<Interface["show"]>[0]): void => {
      if (face.view.phase !== "unsupported") face.show(shown);
    };
    const onBuilding = (share: number): void => show({ phase: "starting", progress: { loaded: share, total: 1, ready: false } });
    return this.find({ ...options, onBuilding }, (error) => show({ phase: "failed", reason: REASONS[error] }));
  }
}
