/** A button that hands a link to others, and tells that it did; a field to copy from where the clipboard is not to be had. */
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { HallElement } from "../element.js";
import { icon } from "../icons.js";
import { say } from "../language.js";
import { look } from "../look.js";
import { share, shares } from "../sharing.js";
import { fieldsLook } from "./fields-look.js";

@customElement("hall-share-link")
export class ShareLink extends HallElement {
  static override styles = [
    look,
    fieldsLook,
    css`
      :host {
        display: block;
      }
      button {
        display: inline-flex;
        align-items: center;
        justify-content: center;
        gap: 8px;
        width: 100%;
        padding: 0 12px;
        white-space: nowrap;
      }
      :host([aside]) button {
        background: transparent;
        font-size: 14px;
      }
      :host([wide]) button {
        gap: 14px;
        min-height: 52px;
        justify-content: flex-start;
      }
      label {
        display: grid;
        gap: 4px;
        padding-top: 8px;
      }
      p:not(:empty) {
        padding: 8px 4px 0;
      }
    `,
  ];

  /** The link, as it is when the button is pressed. */
  @property({ attribute: false }) address: () => string = () => location.href;
  /** What others are told it is of. */
  @property() about = "";
  /** What the button says where it copies, and where the device has a way of sharing. */
  @property() copy = "";
  @property() shared = "";
  /** What is told once it is copied. */
  @property() copied = "";
  @state() private told = false;
  @state() private shown = "";
  @query("input") private readonly field!: HTMLInputElement | null;

  protected override render(): TemplateResult {
    return html`<button data-share @click=${() => void this.hand()}>${icon("link")} ${shares() ? this.shared : this.copy}</button>
      ${this.shown ? html`<label>${say().viewShown}<input readonly .value=${this.shown} /></label>` : nothing}
      <p role="status">${this.told ? this.copied : ""}</p>`;
  }

  private async hand(): Promise<void> {
    const link = this.address();
    [this.told, this.shown] = [false, ""];
    const how = await share(link, this.about);
    this.told = how === "copied";
    if (how !== "shown") return;
    this.shown = link;
    await this.updateComplete;
    this.field?.focus();
    this.field?.select();
  }
}
