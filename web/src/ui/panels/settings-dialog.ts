/** Picture quality, walking speed, language. Motion follows the system and says so. */
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { HallElement } from "../element.js";
import { language, say, speak } from "../language.js";
import { look } from "../look.js";
import { defaultPreferences, type Preferences } from "../preferences.js";
import { DAYTIMES, QUALITIES, SPEEDS, type Quality } from "../view.js";
import "../dialog-frame.js";

const calm = matchMedia("(prefers-reduced-motion: reduce)");

@customElement("hall-settings-dialog")
export class SettingsDialog extends HallElement {
  static override styles = [
    look,
    css`
      fieldset {
        border: 0;
        margin: 0 0 20px;
        padding: 0;
      }
      legend,
      h3 {
        font-size: 16px;
        font-weight: 600;
        padding: 0;
        margin: 0 0 8px;
      }
      .choices {
        display: grid;
        grid-auto-flow: column;
        grid-auto-columns: 1fr;
        gap: 8px;
      }
      @media (max-width: 480px) {
        .choices:has(:nth-child(4)) {
          grid: auto-flow / 1fr 1fr;
        }
      }
      label {
        position: relative;
        display: flex;
        align-items: center;
        justify-content: center;
        min-height: var(--target);
        padding: 0 8px;
        border: 2px solid var(--line);
        border-radius: var(--radius);
        cursor: pointer;
      }
      label:has(:checked) {
        border-color: var(--accent);
        background: var(--ground-2);
        font-weight: 700;
      }
      label:has(:focus-visible) {
        outline: 3px solid var(--accent);
        outline-offset: 2px;
      }
      input {
        position: absolute;
        opacity: 0;
        inset: 0;
        margin: 0;
        cursor: pointer;
      }
      .quiet {
        margin-top: 8px;
      }
    `,
  ];

  @property({ attribute: false }) preferences: Preferences = defaultPreferences;
  @property() tier: Exclude<Quality, "auto"> = "medium";

  protected override render(): TemplateResult {
    const words = say();
    const { quality, speed, daytime } = this.preferences;
    return html`<hall-dialog heading=${words.settings} @close=${() => this.dispatchEvent(new Event("close"))}>
      ${this.choice(words.language, "language", [["en", "English"], ["zh", "中文"]], language.value, speak)}
      ${this.choice(words.quality, "quality", QUALITIES.map((each) => [each, words.qualities[each]]), quality, (each) =>
        this.changed({ quality: each }),
        quality === "auto" ? words.qualityNow(words.qualities[this.tier]) : "",
      )}
      ${this.choice(words.speed, "speed", SPEEDS.map((each) => [each, words.speeds[each]]), speed, (each) => this.changed({ speed: each }))}
      ${this.choice(words.daytime, "daytime", DAYTIMES.map((each) => [each, words.daytimes[each]]), daytime, (each) =>
        this.changed({ daytime: each }),
        words.daytimeHint,
      )}
      <h3>${words.motion}</h3>
      <p>${calm.matches ? words.motionReduced : words.motionFull}</p>
    </hall-dialog>`;
  }

  private choice<T extends string>(
    title: string, name: string, options: readonly (readonly [T, string])[], chosen: T, choose: (value: T) => void, hint = "",
  ): TemplateResult {
    return html`<fieldset>
      <legend>${title}</legend>
      <div class="choices">
        ${options.map(
          ([value, label]) => html`<label>
            <input type="radio" name=${name} value=${value} .checked=${value === chosen} @change=${() => choose(value)} />${label}
          </label>`,
        )}
      </div>
      ${hint ? html`<p class="quiet">${hint}</p>` : nothing}
    </fieldset>`;
  }

  private changed(change: Partial<Preferences>): void {
    this.dispatchEvent(new CustomEvent("preferences", { detail: change }));
  }
}
