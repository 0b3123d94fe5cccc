/** How the visitor likes the picture, the walking and the keys. What is chosen holds at once, and next time too. */
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { FIELD, fieldOf } from "../../core/sight.js";
import type { Language } from "../../core/text.js";
import { calm } from "../calm.js";
import { HallElement } from "../element.js";
import { language, say, speak, tags } from "../language.js";
import { look } from "../look.js";
import { defaultPreferences, type Preferences } from "../preferences.js";
import { consentWords } from "../messages/consent.js";
import { blankView, DAYTIMES, HANDS, type Intents, MOTIONS, QUALITIES, SPEEDS, type Quality, type View } from "../view.js";
import { settingsLook } from "./settings-look.js";
import "../dialog-frame.js";
import "./own-data.js";

@customElement("hall-settings-dialog")
export class SettingsDialog extends HallElement {
  static override styles = [look, settingsLook];

  @property({ attribute: false }) preferences: Preferences = defaultPreferences;
  @property({ attribute: false }) view: View = blankView;
  @property({ attribute: false }) intents: Intents | null = null;
  @property() tier: Exclude<Quality, "auto"> = "medium";
  private stopCalm: (() => void) | undefined;
  private readonly measure = (): void => this.requestUpdate();

  override connectedCallback(): void {
    super.connectedCallback();
    this.stopCalm = calm.watch(this.measure);
    window.addEventListener("resize", this.measure);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopCalm?.();
    window.removeEventListener("resize", this.measure);
  }

  protected override render(): TemplateResult {
    const { picture, moving, hands } = say().settingsOf;
    return html`<hall-dialog heading=${say().settings} @close=${() => this.dispatchEvent(new Event("close"))}>
      ${this.choice(say().language, "language", [["en", "English"], ["zh", "中文"]], language.value, speak)}
      <section><h3>${picture}</h3>${this.picture()}</section>
      <section><h3>${moving}</h3>${this.moving()}</section>
      <section><h3>${hands}</h3>${this.hands()}</section>
      <section><h3>${consentWords[language.value].data}</h3><hall-own-data .view=${this.view} .intents=${this.intents}></hall-own-data></section>
    </hall-dialog>`;
  }

  private picture(): TemplateResult {
    const words = say();
    const { quality, daytime } = this.preferences;
    return html`${this.choice(words.quality, "quality", named(QUALITIES, words.qualities), quality, (each) => this.changed({ quality: each }),
        quality === "auto" ? words.qualityNow(words.qualities[this.tier]) : "")}
      ${this.choice(words.daytime, "daytime", named(DAYTIMES, words.daytimes), daytime, (each) => this.changed({ daytime: each }), words.daytimeHint)}
      ${this.field()}`;
  }

  private moving(): TemplateResult {
    const words = say();
    const { speed, look: pace, invert, motion } = this.preferences;
    return html`${this.choice(words.motion, "motion", named(MOTIONS, words.motions), motion, (each) => this.changed({ motion: each }),
        calm.value ? words.motionReduced : words.motionFull)}
      ${this.choice(words.speed, "speed", named(SPEEDS, words.speeds), speed, (each) => this.changed({ speed: each }))}
      ${this.choice(words.lookSpeed, "look", named(SPEEDS, words.speeds), pace, (each) => this.changed({ look: each }))}
      ${this.choice(words.invert, "invert", named(["usual", "inverted"], words.inverts), invert ? "inverted" : "usual",
        (each) => this.changed({ invert: each === "inverted" }), words.invertHint)}`;
  }

  private hands(): TemplateResult {
    const words = say();
    const { hand, shortcuts } = this.preferences;
    return html`${this.choice(words.handed, "hand", named(HANDS, words.hands), hand, (each) => this.changed({ hand: each }), words.handHints[hand])}
      ${this.choice(words.singleKeys, "shortcuts", named(["on", "off"], words.switches), shortcuts ? "on" : "off",
        (each) => this.changed({ shortcuts: each === "on" }), words.singleKeysHint)}`;
  }

  private field(): TemplateResult {
    const { field } = this.preferences;
    const { across, up } = fieldOf(field, window.innerWidth / Math.max(1, window.innerHeight));
    const told = say().viewFieldTold(String(field), across.toFixed(0), up.toFixed(0));
    return html`<div class="field">
      <label class="name" for="field">${say().viewField}</label>
      <input id="field" name="field" type="range" min=${FIELD.least} max=${FIELD.most} .value=${String(field)}
        aria-valuetext="${field}°" aria-describedby="field-told"
        @input=${(event: Event) => this.changed({ field: (event.target as HTMLInputElement).valueAsNumber })} />
      <p class="quiet" id="field-told">${told}</p>
    </div>`;
  }

  private choice<T extends string>(
    title: string, name: string, options: readonly (readonly [T, string])[], chosen: T, choose: (value: T) => void, hint = "",
  ): TemplateResult {
    return html`<fieldset aria-describedby=${hint ? `${name}-told` : nothing}>
      <legend>${title}</legend>
      <div class="choices">
        ${options.map(
          ([value, label]) => html`<label lang=${name === "language" ? tags[value as Language] : nothing}>
            <input type="radio" name=${name} value=${value} .checked=${value === chosen} @change=${() => choose(value)} />${label}
          </label>`,
        )}
      </div>
      ${hint ? html`<p class="quiet" id="${name}-told">${hint}</p>` : nothing}
    </fieldset>`;
  }

  private changed(change: Partial<Preferences>): void {
    this.dispatchEvent(new CustomEvent("preferences", { detail: change }));
  }
}

/** Choices with their names in the language of now. */
const named = <T extends string>(values: readonly T[], names: Readonly<Record<T, string>>): readonly (readonly [T, string])[] =>
  values.map((each) => [each, names[each]]);
