/** A page instead of the hall: the network is gone, the server is still building, or this browser has no WebGL. */
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { HallElement } from "../element.js";
import { icon } from "../icons.js";
import { read, say } from "../language.js";
import { look } from "../look.js";
import { textAddress } from "../text-address.js";
import { blankView, type View } from "../view.js";
import { visitAddress } from "../visit/address.js";
import { page } from "./page-look.js";
import "../panels/directory.js";
import "./language-button.js";

@customElement("hall-message-page")
export class MessagePage extends HallElement {
  static override styles = [
    look,
    page,
    css`
      .page {
        grid-template: 1fr / 1fr;
      }
      .text {
        width: 100%;
        margin: 0 auto;
      }
      .sign {
        color: var(--accent);
        margin: 72px 0 16px;
      }
      .sign svg {
        width: 56px;
        height: 56px;
      }
      .top {
        left: auto;
        right: clamp(20px, 5vw, 72px);
      }
      h2 {
        margin-top: 48px;
        font-size: 24px;
      }
      .bar {
        height: 10px;
        border-radius: 5px;
        background: var(--line);
        margin-top: 24px;
        overflow: hidden;
      }
      .bar i {
        display: block;
        height: 100%;
        background: var(--accent);
        transform-origin: left;
        transform: scaleX(var(--share, 0));
      }
      .list {
        margin-top: 16px;
      }
    `,
  ];

  @property({ attribute: false }) view: View = blankView;

  protected override updated(): void {
    const { loaded, total } = this.view.progress;
    const bar = this.renderRoot.querySelector<HTMLElement>(".bar i");
    bar?.style.setProperty("--share", String(total > 0 ? loaded / total : 0));
  }

  protected override render(): TemplateResult {
    const { phase, hall } = this.view;
    return html`<section class="page" role=${phase === "unsupported" ? "main" : "region"} aria-labelledby="title" data-page=${phase}>
      <div class="text">
        <div class="top"><hall-language-button></hall-language-button></div>
        <div class="sign">${icon(phase === "failed" ? "offline" : phase === "starting" ? "settings" : "pin")}</div>
        ${hall ? html`<p class="quiet">${read(hall.name)} · ${read(hall.theme)}</p>` : nothing} ${this.words()}
        ${phase === "unsupported" && hall
          ? html`<h2 id="list">${say().venueList}</h2>
              <hall-directory class="list" .hall=${hall} here=${hall.start.area}></hall-directory>`
          : nothing}
      </div>
    </section>`;
  }

  private words(): TemplateResult {
    const words = say();
    if (this.view.phase === "unsupported") return html`${this.message(words.unsupported, words.unsupportedHint)} ${this.inWords()}`;
    if (this.view.phase === "starting") return html`${this.message(words.starting, words.startingHint)} ${this.progress()}`;
    return html`${this.message(words.failed, words.failedHint)}
      ${this.view.reason ? html`<p class="quiet">${read(this.view.reason)}</p>` : nothing}
      <div class="actions"><button class="main" data-retry @click=${() => this.dispatchEvent(new Event("retry"))}>${words.retry}</button></div>`;
  }

  private inWords(): TemplateResult {
    return html`<p class="actions"><a class="button" data-text-tour href=${textAddress(this.view)}>${icon("text")} ${say().textTour}</a>
      ${this.view.hall ? html`<a class="button" data-visit href=${visitAddress(this.view.hall.venue)}>${icon("star")} ${say().visit}</a>` : nothing}</p>`;
  }

  private message(title: string, hint: string): TemplateResult {
    return html`<div role="status"><h1 id="title">${title}</h1><p class="lead">${hint}</p></div>`;
  }

  private progress(): TemplateResult {
    const { loaded, total } = this.view.progress;
    const percent = total > 0 ? Math.round((loaded / total) * 100) : 0;
    return html`<div class="bar" role="progressbar" aria-label=${say().starting} aria-valuemin="0" aria-valuemax="100"
        aria-valuenow=${percent}><i></i></div>
      <p class="quiet">${percent}%</p>`;
  }
}
