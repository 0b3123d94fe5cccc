/** Does what the page around an embedded hall asks for, once somebody has entered. */
import type { Going } from "./going.js";
import type { Manifest } from "./hall/manifest.js";
import { areaOf } from "./hall/manifest.js";
import type { Leading } from "./leading.js";
import type { EmbedCommand } from "./protocol/embedding.js";
import type { Interface } from "./ui/interface.js";
import { adopt } from "./ui/language.js";
import type { Goal } from "./ui/lead-view.js";
import { areaPlace, destinationOf, hasCard, type Place, placeMeant } from "./ui/places.js";

type Command = Exclude<EmbedCommand, { command: "hello" }>;

export interface ObeyingOptions {
  readonly interface: Interface;
  readonly hall: () => Manifest | null;
  readonly going: () => Going | null;
  readonly leading: () => Leading | null;
  /** Takes the eyes back from an inspection or a seat. */
  readonly comeBack: () => void;
  readonly refuse: (code: "unknown_place" | "nobody_stands", id: string) => void;
}

export class Obeying {
  /** What came before somebody entered; the last of each kind. */
  private readonly waiting = new Map<string, Command>();

  constructor(private readonly options: ObeyingOptions) {}

  take(command: Command): void {
    if (command.command === "setLanguage") adopt(command.lang);
    else if (this.options.interface.view.phase === "walking") this.act(command);
    else this.waiting.set(command.command, command);
  }

  /** Somebody has entered. */
  entered(): void {
    for (const command of this.waiting.values()) this.act(command);
    this.waiting.clear();
  }

  private act(command: Command): void {
    this.options.comeBack();
    if (command.command === "goTo") void ("id" in command ? this.goTo(command.id) : this.goToSpot(command));
    if (command.command === "leadTo") this.lead(command.id === null ? [] : [command.id]);
    if (command.command === "select") this.select(command.id);
  }

  private goTo(id: string): void {
    const place = this.place(id);
    if (place) void this.options.going()?.to(destinationOf(place));
    else this.options.refuse("unknown_place", id);
  }

  private async goToSpot({ area, at, facing }: Extract<Command, { area: string }>): Promise<void> {
    const hall = this.options.hall();
    const found = hall && areaOf(hall, area);
    if (!found) return this.options.refuse("unknown_place", area);
    if (at === null) return this.options.going()?.to(destinationOf(areaPlace(found)));
    const gone = await this.options.going()?.toPoint(area, at, facing);
    if (gone === false) this.options.refuse("nobody_stands", area);
  }

  /** Leads over these places in the shortest order; to none: no longer. What is not known here the server may know: a
   *  kind of things, an exhibitor. */
  lead(words: readonly string[]): void {
    const [first, ...then] = words.map((word): Goal => {
      const place = this.place(word);
      return { id: place && !this.exhibit(word) ? place.id : word, name: place?.name ?? { en: word, zh: word } };
    });
    this.options.leading()?.to(first ? { ...first, then, shortest: true } : null);
  }

  /** Opens the card of a place; returns whether there is one. */
  select(id: string | null): boolean {
    const place = id === null ? null : this.place(id);
    const known = place === null || (place !== undefined && hasCard(place));
    if (known) this.options.interface.show({ selected: place?.id ?? null });
    else this.options.refuse("unknown_place", id ?? "");
    return known;
  }

  private place(word: string): Place | undefined {
    const hall = this.options.hall();
    return hall ? placeMeant(hall, word) : undefined;
  }

  /** Whether a word means an exhibit: it may stand in several places, and the server knows the nearest. */
  private exhibit(word: string): boolean {
    return this.options.hall()?.exhibits.some(({ id }) => id === word) ?? false;
  }
}
