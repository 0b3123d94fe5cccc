/** Does what the page around an embedded hall asks for, once somebody has entered. */
import type { Going } from "./going.js";
import type { Manifest } from "./hall/manifest.js";
import { areaOf } from "./hall/manifest.js";
import type { Leading } from "./leading.js";
import type { EmbedCommand } from "./protocol/embedding.js";
import type { Interface } from "./ui/interface.js";
import { adopt } from "./ui/language.js";
import { areaPlace, destinationOf, type Place, placeById, placesOf } from "./ui/places.js";

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
    if (command.command === "leadTo") this.lead(command.id);
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

  /** An exhibit may be led to by its own id; the server knows where it stands. */
  private lead(id: string | null): void {
    const name = id === null ? null : (this.place(id)?.name ?? { en: id, zh: id });
    this.options.leading()?.to(id !== null && name ? { to: id, name } : null);
  }

  private select(id: string | null): void {
    const place = id === null ? null : this.place(id);
    if (place === undefined) this.options.refuse("unknown_place", id ?? "");
    else this.options.interface.show({ selected: place?.id ?? null });
  }

  /** A place, an area, or where an exhibit stands first. */
  private place(id: string): Place | undefined {
    const hall = this.options.hall();
    if (!hall) return undefined;
    const places = placesOf(hall);
    const area = areaOf(hall, id);
    const standing = hall.areas.flatMap(({ placements }) => placements).find(({ exhibit }) => exhibit === id);
    return placeById(places, id) ?? (area ? areaPlace(area) : standing && placeById(places, standing.id));
  }
}
