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

export interface Route {
  readonly legs: readonly Leg[];
  readonly hints: readonly Hint[];
}

export interface RouteWish {
  readonly area: string;
  readonly from: Point;
  /** Id of a place, or `area:x,y`. */
  readonly to: string;
  readonly stepFree: boolean;
}

const route = object({
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

/** Asks for a route. */
export async function findRoute(venue: string, wish: RouteWish, ask: typeof fetch = fetch): Promise<Result<Route, NoRoute>> {
  const query = new URLSearchParams({ from: `${wish.area}:${wish.from.map((each) => each.toFixed(2)).join(",")}`, to: wish.to });
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
