/** Who takes the visitor through the hall: a tour, or a guide whom they follow; one at a time. The address may say which, and whether it starts by itself. */
import { startsByItself } from "./address.js";
import { Groups, type GroupsOptions } from "./groups.js";
import type { Live } from "./live.js";
import { Narration } from "./narration.js";
import { Tours, type ToursOptions } from "./tours.js";

export type EscortsOptions = Omit<ToursOptions, "narration" | "interface" | "stage"> &
  Omit<GroupsOptions, "follows" | "stage"> & { readonly stage: ToursOptions["stage"] & GroupsOptions["stage"] };

export class Escorts {
  readonly tours: Tours;
  readonly groups: Groups;

  constructor(options: EscortsOptions) {
    this.tours = new Tours({ ...options, narration: new Narration() });
    this.groups = new Groups({ ...options, follows: () => this.tours.takeOver() });
  }

  /** There is a server to ask: comes into the group that the address names. */
  listen(live: Live, address: URLSearchParams): void {
    this.groups.listen(live, address.get("group"));
  }

  /** One has entered: takes up what the address says. */
  entered(address: URLSearchParams): void {
    const tour = address.get("tour");
    if (tour) this.tours.begin(tour, { play: startsByItself(address), loop: address.get("loop") === "1" });
  }

  takeTour(tour: string): void {
    this.groups.takeOver();
    this.tours.begin(tour, { play: true });
  }

  /** The visitor moves by hand. */
  takeOver(): void {
    this.tours.takeOver();
    this.groups.takeOver();
  }

  /** The hall was built anew. */
  rebuilt(): void {
    this.tours.rebuilt();
  }

  /** One frame. */
  frame(seconds: number): void {
    this.tours.frame(seconds);
    this.groups.frame(seconds);
  }
}
