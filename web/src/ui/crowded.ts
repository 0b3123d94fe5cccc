/** How busy it is, in words beside a mark: wherever a zone, a booth or an exhibit is named. */
import { css, html, nothing, svg, type ReactiveController, type ReactiveControllerHost, type TemplateResult } from "lit";
import { signal, type Signal } from "../core/signal.js";
import type { Level } from "../protocol/queues.js";
import type { Crowding } from "../session/queues.js";
import { language } from "./language.js";
import { queueWords } from "./messages/queues.js";
import type { Place } from "./places.js";

/** Of now; null while nobody says. */
export const crowding: Signal<Crowding | null> = signal<Crowding | null>(null);

/** Kinds of places that are quiet or busy. */
const COUNTED: ReadonlySet<Place["kind"]> = new Set(["zone", "booth", "exhibit"]);

export const crowdedLook = css`
  .crowded {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    margin-inline-start: 4px;
    vertical-align: bottom;
    font-size: 14px;
    font-weight: 400;
    color: var(--ink-2);
    white-space: nowrap;
  }
  .crowded svg {
    width: 16px;
    height: 16px;
    flex: none;
  }
  .crowded[data-crowded="2"] {
    color: var(--ink);
    font-weight: 600;
  }
`;

/** Draws an element anew when it becomes quiet or busy somewhere. */
export class Crowded implements ReactiveController {
  private stop: (() => void) | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    this.stop = crowding.watch(() => this.host.requestUpdate());
  }

  hostDisconnected(): void {
    this.stop?.();
  }
}

/** How busy it is at a place; null where that is not counted, or not known. */
export function levelOf({ kind, id }: Pick<Place, "kind" | "id">): Level | null {
  if (!crowding.value || !COUNTED.has(kind)) return null;
  return (kind === "zone" ? crowding.value.zones : crowding.value.spots).get(id) ?? 0;
}

/** A mark of one to three people, and the words for it. */
export function crowdedAt(place: Pick<Place, "kind" | "id">): TemplateResult | typeof nothing {
  const level = levelOf(place);
  if (level === null) return nothing;
  return html`<span class="crowded" data-crowded=${level}>${mark(level)} ${queueWords[language.value].crowded[level]}</span>`;
}

/** The quiet ones first, otherwise in their order. */
export const quietFirst = <T>(things: readonly T[], place: (thing: T) => Pick<Place, "kind" | "id">): readonly T[] =>
  [...things].sort((a, b) => (levelOf(place(a)) ?? 0) - (levelOf(place(b)) ?? 0));

/** So many of three bars are full. */
function mark(level: Level): TemplateResult {
  const bars = [0, 1, 2].map((bar) => svg`<rect x=${1 + bar * 5} y=${10 - bar * 4} width="4" height=${5 + bar * 4} rx="1"
    fill=${bar <= level ? "currentColor" : "none"} stroke="currentColor" stroke-width="1" />`);
  return html`<svg viewBox="0 0 16 16" aria-hidden="true" focusable="false">${bars}</svg>`;
}
