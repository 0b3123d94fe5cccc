/** What devices on site say of the thing whose card is open. */
import { html, nothing, type TemplateResult } from "lit";
import { language, read } from "../language.js";
import { TWINS } from "../messages/twins.js";
import { measured, standing, type TwinTold } from "../twin-words.js";

export function twinLines(twins: readonly TwinTold[], id: string): TemplateResult | typeof nothing {
  const mine = twins.filter(({ about }) => about.includes(id));
  if (mine.length === 0) return nothing;
  return html`<div class="live" data-twins>
    <p><strong>${TWINS[language.value].title}</strong></p>
    ${mine.map((twin) => html`<p>${read(twin.name)}: ${[measured(twin, language.value), standing(twin, language.value)].filter(Boolean).join(" · ")}</p>`)}
  </div>`;
}
