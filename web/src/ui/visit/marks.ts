/** A tick for what was visited, a star for what is bookmarked: told by shape and in words, never by colour alone. */
import { css, html, nothing, type TemplateResult } from "lit";
import { has, type Visit } from "../../session/visit.js";
import { icon } from "../icons.js";
import { say } from "../language.js";

export const marksLook = css`
  .marks {
    display: inline-flex;
    gap: 4px;
    vertical-align: -3px;
  }
  .marks svg {
    width: 18px;
    height: 18px;
  }
  .marks .tick {
    color: var(--good);
  }
  .marks .tick svg {
    stroke-width: 3;
  }
  .marks .star {
    color: var(--star);
  }
  .marks .star svg {
    fill: currentColor;
  }
`;

/** The marks of a thing; nothing where nothing is kept of it. */
export function marksOf(visit: Visit, id: string): TemplateResult | typeof nothing {
  const kept = visit.things.get(id);
  const [visited, bookmarked] = [has(kept, "visited"), has(kept, "bookmark")];
  if (!visited && !bookmarked) return nothing;
  return html`<span class="marks">${visited ? tickMark(say().visited) : nothing}${bookmarked ? starMark(say().bookmarked) : nothing}</span>`;
}

export const tickMark = (words: string): TemplateResult => html`<span class="tick">${icon("tick")}<span class="unseen">${words}</span></span>`;
export const starMark = (words: string): TemplateResult => html`<span class="star">${icon("star")}<span class="unseen">${words}</span></span>`;
