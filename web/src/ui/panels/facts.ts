/** The facts of an exhibit, each with who says so. */
import { css, html, nothing, type TemplateResult } from "lit";
import type { Fact } from "../../hall/manifest.js";
import { read, say } from "../language.js";

export const factsLook = css`
  .facts {
    display: grid;
    gap: 10px;
    margin: 0;
  }
  .facts div {
    display: grid;
    grid-template-columns: 2fr 3fr;
    gap: 0 16px;
    border-top: 1px solid var(--line);
    padding-top: 8px;
  }
  .facts dt {
    color: var(--ink-2);
    overflow-wrap: anywhere;
  }
  .facts dd {
    overflow-wrap: anywhere;
  }
  .facts .value {
    font-weight: 600;
  }
  .facts .quiet {
    grid-column: 1 / -1;
  }
`;

export function factsOf(facts: readonly Fact[]): TemplateResult | typeof nothing {
  if (facts.length === 0) return nothing;
  return html`<dl class="facts" aria-label=${say().facts}>
    ${facts.map(
      ({ label, value, source }) => html`<div>
        <dt>${read(label)}</dt>
        <dd class="value">${read(value)}</dd>
        <dd class="quiet">${say().source}: ${source}</dd>
      </div>`,
    )}
  </dl>`;
}
