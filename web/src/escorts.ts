/** Who takes the visitor through the hall: a tour, as yet. The address may say which, and whether it starts by itself. */
import { startsByItself } from "./address.js";
import { Narration } from "./narration.js";
import { Tours, type ToursOptions } from "./tours.js";

export type EscortsOptions = Omit<ToursOptions, "narration">;

export class Escorts {
  readonly tours: Tours;

  constructor(options: EscortsOptions) {
    this.tours = new Tours({ ...options, narration: new Narration() });
  }

  /** One has entered: takes up what the address says. */
  entered(address: URLSearchParams): void {
    const tour = address.get("tour");
    if (tour) this.tours.begin(tour, { play: startsByItself(address), loop: address.get("loop") === "1" });
  }

  takeTour(tour: string): void {
    this.tours.begin(tour, { play: true });
  }

  /** The visitor moves by hand. */
  takeOver(): void {
    this.tours.takeOver();
  }

  /** The hall was built anew. */
  rebuilt(): void {
    this.tours.rebuilt();
  }

  /** One frame. */
  frame(seconds: number): void {
    this.tours.frame(seconds);
  }
}
