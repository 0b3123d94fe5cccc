/** Asks the server what answers the words that a visitor types (docs/formats/http.md). */
import type { Language } from "../core/text.js";
import { bilingual, list, nullable, object, optional, point, text } from "./decoding.js";

export interface Question {
  /** Id of the venue. */
  readonly venue: string;
  /** 1 to 80 characters. */
  readonly query: string;
  readonly lang: Language;
  /** Id of the area where the visitor is. */
  readonly area: string;
  /** How many answers at most. */
  readonly limit: number;
}

export interface SearcherOptions {
  readonly origin: string;
  readonly fetch?: typeof fetch;
  /** ms after which the server is as good as not there. */
  readonly patience?: number;
}

const marked = object({ en: text, zh: text, marks: object({ en: list(point), zh: list(point) }) });

const answer = object({ results: list(object({ kind: text, id: text, name: marked, snippet: nullable(marked), when: optional(nullable(bilingual), null) })) });

/** A place that answers: its kind and id as in the manifest, what is to be marked of what it says, and of a session when it is. */
export type Found = ReturnType<typeof answer>["results"][number];

export class Searcher {
  private asked: AbortController | null = null;

  constructor(private readonly options: SearcherOptions) {}

  /** What answers, the best first; null when the server cannot say now, or was asked something newer meanwhile. */
  async find(question: Question): Promise<readonly Found[] | null> {
    this.asked?.abort();
    const asked = (this.asked = new AbortController());
    const late = setTimeout(() => asked.abort(), this.options.patience ?? 3_000);
    try {
      const ask = this.options.fetch ?? fetch;
      const response = await ask(this.address(question), { signal: asked.signal });
      return response.ok ? answer(await response.json(), "").results : null;
    } catch {
      return null;
    } finally {
      clearTimeout(late);
    }
  }

  private address({ venue, query, lang, area, limit }: Question): string {
    const asked = new URLSearchParams({ q: query, lang, limit: String(limit), area });
    return `${this.options.origin}/api/v1/venues/${encodeURIComponent(venue)}/search?${asked.toString()}`;
  }
}
