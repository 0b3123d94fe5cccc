/** The way from here to there, as the server's guide tells it (docs/formats/http.md). */
import type { Point } from "../core/plan.js";
import { fail, ok, type Result } from "../core/result.js";
import type { Text } from "../core/text.js";
import { bilingual, DecodingError, list, nullable, number, object, point, text } from "./decoding.js";

export interface Leg {
  readonly area: string;
  /** The portal at its end; null at a stop. */
  readonly portal: string | null;
  /** Plan metres of the area. */
  readonly line: readonly Point[];
}

export interface Hint {
  /** `left`, `portal`, `arrive`, … */
  readonly kind: string;
  readonly leg: number;
  readonly at: Point;
  /** Metres from the route's beginning. */
  readonly distance: number;
  readonly text: Text;
}

export interface Stop {
  /** Which of the places that were asked for, from 0. */
  readonly index: number;
  /** Its last leg. */
  readonly leg: number;
}

export interface Route {
  /** In the order of the visit. */
  readonly stops: readonly Stop[];
  readonly legs: readonly Leg[];
  readonly hints: readonly Hint[];
}

/** So many places the server takes at once. */
export const MOST_STOPS = 12;

export interface RouteWish {
  readonly area: string;
  readonly from: Point;
  /** Ids of places, or `area:x,y`; of several the server says in which order they are the shortest way. */
  readonly to: readonly string[];
  readonly stepFree: boolean;
}

const route = object({
  stops: list(object({ index: number, leg: number })),
  legs: list(object({ area: text, portal: nullable(text), line: list(point) })),
  hints: list(object({ kind: text, leg: number, at: point, distance: number, text: bilingual })),
});

const refusal = object({ error: object({ message: bilingual }) });
const UNREACHED: Text = { en: "The server does not answer; try again in a moment.", zh: "服务器没有响应，请稍后再试。" };

/** Why there is no route: what to tell the visitor, and whether asking again in a moment may help. */
export interface NoRoute {
  readonly told: Text;
  readonly again: boolean;
}

/** The part of a route to its first stop. */
export function toFirstStop({ stops, legs, hints }: Route): Route {
  const last = stops[0]?.leg ?? legs.length - 1;
  return { stops: stops.slice(0, 1), legs: legs.slice(0, last + 1), hints: hints.filter(({ leg }) => leg <= last) };
}

/** Asks for a route. */
export async function findRoute(venue: string, wish: RouteWish, ask: typeof fetch = fetch): Promise<Result<Route, NoRoute>> {
  const query = new URLSearchParams({ from: `${wish.area}:${wish.from.map((each) => each.toFixed(2)).join(",")}` });
  for (const to of wish.to) query.append("to", to);
  if (wish.to.length > 1) query.set("optimise", "1");
  if (wish.stepFree) query.set("step_free", "1");
  try {
    const response = await ask(`/api/v1/venues/${encodeURIComponent(venue)}/route?${query.toString()}`);
    const answer: unknown = await response.json();
    return response.ok ? ok(route(answer, "")) : fail({ told: refusal(answer, "").error.message, again: response.status === 503 || response.status === 429 });
  } catch (error) {
    if (error instanceof DecodingError) console.error(`route: ${error.message}`);
    return fail({ told: UNREACHED, again: true });
  }
}
