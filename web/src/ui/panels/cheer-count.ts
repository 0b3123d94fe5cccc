/** What people around one feel, as a few counts: for those to whom nothing should move. */
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { REACTIONS, type Wave } from "../../protocol/talk.js";
import { HallElement } from "../element.js";
import { icon } from "../icons.js";
import { language } from "../language.js";
import { look } from "../look.js";
import { talkWords } from "../messages/talk.js";

@customElement("hall-cheer-count")
export class CheerCount extends HallElement {
  static override styles = [
    look,
    css`
      p {
        display: flex;
        gap: 14px;
        padding: 6px 14px;
        width: fit-content;
        font-variant-numeric: tabular-nums;
        font-weight: 600;
      }
      span {
        display: inline-flex;
        align-items: center;
        gap: 4px;
      }
    `,
  ];

  @property({ attribute: false }) counts: Wave["counts"] = {};

  protected override render(): TemplateResult | typeof nothing {
    const felt = REACTIONS.filter((each) => this.counts[each]);
    if (felt.length === 0) return nothing;
    return html`<section aria-label=${talkWords[language.value].react}><p class="panel" data-cheers>${felt.map((each) => html`<span role="img" aria-label="${talkWords[language.value][each]}: ${this.counts[each]}">${icon(each)} ${this.counts[each]}</span>`)}</p></section>`;
  }
}
