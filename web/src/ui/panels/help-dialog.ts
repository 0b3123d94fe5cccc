/** How to walk, look and find, for keys, for fingers, for a gamepad and for a headset. */
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { HallElement } from "../element.js";
import { language, say } from "../language.js";
import { look } from "../look.js";
import { talkWords } from "../messages/talk.js";
import { defaultPreferences, type Preferences } from "../preferences.js";
import "../dialog-frame.js";

@customElement("hall-help-dialog")
export class HelpDialog extends HallElement {
  static override styles = [
    look,
    css`
      h3 {
        font-size: 16px;
        margin-bottom: 8px;
      }
      section + section {
        margin-top: 20px;
      }
      @media (pointer: coarse) {
        .help {
          display: flex;
          flex-direction: column;
        }
        section:nth-child(2) {
          order: -1;
          margin: 0 0 20px;
        }
      }
      dl {
        display: grid;
        grid-template-columns: 112px 1fr;
        gap: 8px 16px;
      }
      dt {
        font-weight: 600;
      }
    `,
  ];

  @property({ attribute: false }) preferences: Preferences = defaultPreferences;
  /** Whether there is a programme to open. */
  @property({ type: Boolean }) programme = false;
  /** Whether there is a headset to put on. */
  @property({ type: Boolean }) headset = false;

  protected override render(): TemplateResult {
    const words = say();
    const talk = talkWords[language.value];
    const { hand, shortcuts } = this.preferences;
    return html`<hall-dialog heading=${words.help} @close=${() => this.dispatchEvent(new Event("close"))}>
      <div class="help"><section><h3>${words.withKeys}</h3>
      ${shortcuts ? nothing : html`<p class="quiet">${words.helpKeysOff}</p>`}
      <dl>
        <dt>${words.helpWalk}</dt><dd>${words.helpWalkKeys}</dd>
        <dt>${words.helpLook}</dt><dd>${words.helpLookKeys}</dd>
        <dt>${words.helpGo}</dt><dd>${words.helpGoKeys}</dd>
        <dt>${words.helpExhibit}</dt><dd>${words.helpExhibitKeys}</dd>
        <dt>${words.helpFind}</dt><dd>${words.helpFindKeys}</dd>
        <dt>${words.helpList}</dt><dd>${words.helpListKeys}</dd>
        ${this.programme ? html`<dt>${words.programme}</dt><dd>${words.helpProgrammeKey}</dd>` : nothing}
        <dt>${talk.helpTalk}</dt><dd>${talk.helpKey}</dd>
      </dl></section>
      <section><h3>${words.withTouch}</h3>
      <dl>
        <dt>${words.helpWalk}</dt><dd>${words.helpWalkTouch[hand]}</dd>
        <dt>${words.helpLook}</dt><dd>${words.helpLookTouch}</dd>
        <dt>${words.helpGo}</dt><dd>${words.helpGoTouch}</dd>
        <dt>${words.helpExhibit}</dt><dd>${words.helpExhibitTouch}</dd>
        <dt>${words.helpFind}</dt><dd>${words.helpFindTouch}</dd>
      </dl></section>
      <section><h3>${words.withPad}</h3>
      <dl>
        <dt>${words.helpWalk}</dt><dd>${words.helpWalkPad}</dd>
        <dt>${words.helpLook}</dt><dd>${words.helpLookPad}</dd>
        <dt>${words.helpExhibit}</dt><dd>${words.helpExhibitPad}</dd>
        <dt>${words.helpTurn}</dt><dd>${words.helpTurnPad}</dd>
        <dt>${words.helpBack}</dt><dd>${words.helpBackPad}</dd>
        <dt>${words.menu}</dt><dd>${words.helpMenuPad}</dd>
      </dl></section>
      ${this.headset ? this.withHeadset() : nothing}</div>
    </hall-dialog>`;
  }

  private withHeadset(): TemplateResult {
    const words = say();
    return html`<section><h3>${words.withHeadset}</h3>
      <dl>
        <dt>${words.helpGo}</dt><dd>${words.helpGoHeadset}</dd>
        <dt>${words.helpLook}</dt><dd>${words.helpLookHeadset}</dd>
        <dt>${words.helpExhibit}</dt><dd>${words.helpExhibitHeadset}</dd>
      </dl></section>`;
  }
}
