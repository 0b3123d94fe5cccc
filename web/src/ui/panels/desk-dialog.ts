/** The hosts' desk: all that those who host can do, in one place. The server decides whether they may. */
import { css, html, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { HallElement } from "../element.js";
import { language } from "../language.js";
import { look } from "../look.js";
import { deskWords } from "../messages/desk.js";
import { blankView, type Intents, type View } from "../view.js";
import "../dialog-frame.js";
import "./desk-announce.js";
import "./desk-boards.js";
import "./desk-sessions.js";
import "./desk-shows.js";
import "./desk-talk.js";

const PARTS = ["talk", "announce", "shows", "boards", "programme"] as const;
type Part = (typeof PARTS)[number];

@customElement("hall-desk-dialog")
export class DeskDialog extends HallElement {
  static override styles = [
    look,
    css`
      [role="tablist"] {
        display: flex;
        flex-wrap: wrap;
        gap: 6px;
        margin-bottom: 14px;
      }
      [role="tab"] {
        font-size: 15px;
        padding: 0 12px;
      }
      [role="tab"][aria-selected="true"] {
        border-color: var(--accent);
        color: var(--accent);
      }
    `,
  ];

  @property({ attribute: false }) view: View = blankView;
  @property({ attribute: false }) intents: Intents | null = null;
  @state() private shown: Part = "talk";

  protected override render(): TemplateResult {
    const words = deskWords[language.value];
    return html`<hall-dialog wide heading=${words.desk} @close=${() => this.dispatchEvent(new Event("close"))}>
      <div role="tablist" aria-label=${words.parts} @keydown=${this.steps}>
        ${PARTS.map((part) => html`<button role="tab" id="tab-${part}" aria-selected=${part === this.shown} aria-controls="part" tabindex=${part === this.shown ? 0 : -1}
          @click=${() => (this.shown = part)}>${words[part]}</button>`)}
      </div>
      <div role="tabpanel" id="part" aria-labelledby="tab-${this.shown}">${this.body()}</div>
    </hall-dialog>`;
  }

  private body(): TemplateResult {
    const { view, intents } = this;
    switch (this.shown) {
      case "talk":
        return html`<hall-desk-talk .view=${view} .intents=${intents}></hall-desk-talk>`;
      case "announce":
        return html`<hall-desk-announce .view=${view} .intents=${intents}></hall-desk-announce>`;
      case "shows":
        return html`<hall-desk-shows .view=${view} .intents=${intents}></hall-desk-shows>`;
      case "boards":
        return html`<hall-desk-boards .view=${view} .intents=${intents}></hall-desk-boards>`;
      case "programme":
        return html`<hall-desk-sessions .view=${view} .intents=${intents}></hall-desk-sessions>`;
    }
  }

  private readonly steps = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const next = PARTS[(PARTS.indexOf(this.shown) + step + PARTS.length) % PARTS.length] ?? "talk";
    this.shown = next;
    this.renderRoot.querySelector<HTMLElement>(`#tab-${next}`)?.focus();
  };
}
