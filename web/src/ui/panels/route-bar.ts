/** Where one is being led: how far it is yet, what comes next; steps avoided, or an end of it. */
import { css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { HallElement } from "../element.js";
import { icon } from "../icons.js";
import { language, read, say } from "../language.js";
import { goesOn, type Led } from "../lead-view.js";
import { look } from "../look.js";
import { leadWords } from "../messages/leading.js";

@customElement("hall-route-bar")
export class RouteBar extends HallElement {
  static override styles = [
    look,
    css`
      section {
        display: grid;
        grid-template-columns: 1fr auto;
        gap: 4px 12px;
        align-items: center;
        padding: 10px 8px 10px 16px;
        width: min(440px, calc(100vw - 24px));
        border-left: 6px solid var(--live);
        pointer-events: auto;
      }
      h2 {
        font-size: 16px;
      }
      .next {
        min-width: 0;
        overflow-wrap: anywhere;
      }
      label {
        display: inline-flex;
        align-items: center;
        gap: 8px;
        min-height: var(--target);
        font-size: 14px;
      }
      .row {
        grid-column: 1 / -1;
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 4px 12px;
      }
      .row:empty {
        display: none;
      }
      [data-next] {
        display: inline-flex;
        align-items: center;
        gap: 8px;
        margin-inline-start: auto;
        padding: 0 14px 0 10px;
      }
      /* As low as a frame in an article: what comes next tells how far, too. */
      @media (max-height: 300px) {
        section {
          padding-block: 4px;
        }
        h2 {
          overflow: hidden;
          text-overflow: ellipsis;
          white-space: nowrap;
        }
        .quiet:has(+ [data-hint]) {
          display: none;
        }
      }
      input {
        width: 22px;
        height: 22px;
        accent-color: var(--accent);
      }
    `,
  ];

  @property({ attribute: false }) led: Led | null = null;
  @property({ type: Boolean, attribute: "step-free" }) stepFree = false;

  /** Metres to where the hint holds, when it was first given. */
  private first = 0;

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("led") && changed.get("led")?.hint !== this.led?.hint) this.first = this.led?.ahead ?? 0;
  }

  protected override render(): TemplateResult {
    const { led } = this;
    return html`<div role="status" class="unseen" data-told>${led ? this.spoken(led) : nothing}</div>
      ${led ? this.bar(led) : nothing}`;
  }

  private bar(led: Led): TemplateResult {
    return html`<section class="panel" aria-label=${say().leadingTo(read(led.name))}>
      <div class="next">
        ${led.stop ? html`<p class="quiet" data-stop-number>${this.stop(led)}</p>` : nothing}
        <h2>${read(led.name)}</h2>
        <p class="quiet" data-left>${this.figures(led)}</p>
        ${led.hint ? html`<p data-hint>${instruction(led, led.ahead ?? 0)}</p>` : nothing}
      </div>
      <button data-stop @click=${this.stopped}>${icon("close")}<span class="unseen">${say().stopLeading}</span></button>
      <div class="row">${led.state === "arrived" ? nothing : html`<label>
        <input type="checkbox" .checked=${this.stepFree} @change=${this.switched} /> ${say().stepFree}</label>`}${goesOn(led) ? this.onward(led) : nothing}</div>
    </section>`;
  }

  private onward({ state }: Led): TemplateResult {
    return html`<button class=${state === "arrived" ? "main" : ""} data-next @click=${() => this.dispatchEvent(new Event("next"))}>
      ${icon("go")} ${leadWords[language.value].next}</button>`;
  }

  /** Which of several stops it is. */
  private stop({ stop }: Led): string {
    return stop ? leadWords[language.value].stop(stop.number, stop.of) : "";
  }

  private figures(led: Led): string {
    switch (led.state) {
      case "asking":
        return say().findingWay;
      case "failed":
        return read(led.reason);
      case "arrived":
        return goesOn(led) ? leadWords[language.value].stay : say().arrived;
      case "leading":
        return say().yetToGo(Math.round(led.left ?? 0), Math.max(1, Math.round((led.seconds ?? 0) / 60)));
    }
  }

  /** What readers hear: what comes next, not every metre. */
  private spoken(led: Led): string {
    const words = led.state === "leading" ? (led.hint ? instruction(led, this.first) : "") : this.figures(led);
    return [this.stop(led), `${say().leadingTo(read(led.name))}: ${words}`].filter(Boolean).join(" · ");
  }

  private stopped(): void {
    this.dispatchEvent(new Event("stop"));
  }

  private switched(event: Event): void {
    this.dispatchEvent(new CustomEvent("step-free", { detail: (event.target as HTMLInputElement).checked }));
  }
}

/** Metres within which "in so many metres" is only noise. */
const HERE = 6;

/** What to do next, `ahead` metres from here: nobody has arrived in a hundred metres. */
function instruction({ hint, last }: Led, ahead: number): string {
  if (ahead <= HERE) return read(hint);
  return last ? say().straightTo(Math.round(ahead)) : say().aheadIn(Math.round(ahead), read(hint));
}
