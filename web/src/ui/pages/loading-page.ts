/** While the hall arrives: its name, its theme, its plan, how much of it is here, and a way in as soon as there is one. */
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { areaOf } from "../../hall/manifest.js";
import { HallElement } from "../element.js";
import { read, say } from "../language.js";
import { icon } from "../icons.js";
import { look } from "../look.js";
import { textAddress } from "../text-address.js";
import { blankView, type View } from "../view.js";
import { zoneBadge } from "../zone-badge.js";
import { page } from "./page-look.js";
import "../panels/plan.js";
import "./language-button.js";

@customElement("hall-loading-page")
export class LoadingPage extends HallElement {
  static override styles = [
    look,
    page,
    css`
      .theme {
        font-size: clamp(18px, 2.4vw, 24px);
        color: var(--ink-2);
        margin-top: 8px;
      }
      .bar {
        height: 10px;
        border-radius: 5px;
        background: var(--line);
        overflow: hidden;
      }
      .bar i {
        display: block;
        height: 100%;
        width: 100%;
        border-radius: 5px;
        background: var(--accent);
        transform-origin: left;
        transform: scaleX(var(--share, 0));
      }
      .load {
        display: grid;
        gap: 10px;
        margin-top: 32px;
      }
      .load .actions {
        margin-top: 0;
      }
      .enter {
        font-size: 18px;
        min-height: 56px;
        margin-top: 6px;
      }
      .zones {
        display: flex;
        flex-wrap: wrap;
        gap: 8px 18px;
        margin-top: 28px;
      }
      .zones li {
        display: flex;
        align-items: center;
        gap: 8px;
        font-size: 14px;
      }
      .picture {
        width: 100%;
        height: 100%;
      }
      @media (max-width: 760px) and (max-height: 560px) {
        .theme {
          font-size: 16px;
          margin-top: 0;
        }
        .load {
          margin-top: 8px;
          gap: 8px;
        }
        .enter {
          min-height: 48px;
          margin-top: 0;
        }
        .zones {
          margin-top: 12px;
        }
      }
      @media (max-width: 599px) and (max-height: 420px) {
        .theme {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) view: View = blankView;

  protected override updated(): void {
    const bar = this.renderRoot.querySelector<HTMLElement>(".bar i");
    bar?.style.setProperty("--share", String(this.share));
  }

  protected override render(): TemplateResult {
    const { hall, area } = this.view;
    const start = hall ? areaOf(hall, area || hall.start.area) : undefined;
    return html`<section class="page" aria-labelledby="title">
      <div class="text">
        <div class="top"><hall-language-button></hall-language-button></div>
        <h1 id="title">${hall ? read(hall.name) : say().loading}</h1>
        ${hall ? html`<p class="theme">${read(hall.theme)}</p>` : nothing} ${this.progress()}
        ${start
          ? html`<ul class="zones">
              ${start.zones.map((zone) => html`<li>${zoneBadge(zone, 32)} ${read(zone.name)}</li>`)}
            </ul>`
          : nothing}
        ${hall?.sample_data ? html`<p class="quiet foot">${say().sampleData}</p>` : nothing}
      </div>
      <div class="art" aria-hidden="true">
        ${start ? html`<hall-plan class="picture" .area=${start} .letters=${22} .margin=${16} patient></hall-plan>` : nothing}
      </div>
    </section>`;
  }

  private get share(): number {
    const { loaded, total } = this.view.progress;
    return total > 0 ? Math.min(1, loaded / total) : 0;
  }

  private progress(): TemplateResult {
    const percent = Math.round(this.share * 100);
    const { ready } = this.view.progress;
    return html`<div class="load">
      <div class="bar" role="progressbar" aria-label=${say().loading} aria-valuemin="0" aria-valuemax="100" aria-valuenow=${percent}><i></i></div>
      <p class="quiet" role="status">
        ${this.view.hall ? say().loadingShare(percent) : say().loadingPlan}${ready && percent < 100 ? html` · ${say().loadingMore}` : nothing}
      </p>
      <button class="main enter" ?disabled=${!ready} @click=${() => this.dispatchEvent(new Event("enter"))}>
        ${ready ? say().enter : say().entering}
      </button>
      <p class="actions"><a class="button" data-text-tour href=${textAddress(this.view)}>${icon("text")} ${say().textTour}</a></p>
    </div>`;
  }
}
