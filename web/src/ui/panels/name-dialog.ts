/** Choose the name that the others see. */
import { css, html, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Text } from "../../core/text.js";
import { HallElement } from "../element.js";
import { read, say } from "../language.js";
import { look } from "../look.js";
import { fieldsLook } from "./fields-look.js";
import "../dialog-frame.js";

const LONGEST = 24;

@customElement("hall-name-dialog")
export class NameDialog extends HallElement {
  static override styles = [
    look,
    fieldsLook,
    css`
      form {
        display: grid;
        gap: 8px;
      }
      label {
        font-weight: 600;
      }
      input {
        min-height: 48px;
      }
      input[aria-invalid="true"] {
        border: 2px solid var(--bad);
      }
      .error {
        color: var(--bad);
        font-weight: 600;
      }
      .actions {
        display: flex;
        gap: 8px;
        margin-top: 12px;
      }
      .main {
        flex: 1;
      }
    `,
  ];

  @property() nickname = "";
  @property({ attribute: false }) rename: (nickname: string) => Promise<Text | null> = () => Promise.resolve(null);
  @state() private problem: Text | string | null = null;
  @state() private busy = false;
  @query("input") private readonly input!: HTMLInputElement;

  protected override render(): TemplateResult {
    const problem = typeof this.problem === "string" ? this.problem : read(this.problem);
    return html`<hall-dialog heading=${say().profile} @close=${this.closed}>
      <form @submit=${this.submitted} novalidate>
        <label for="nickname">${say().nickname}</label>
        <input id="nickname" name="nickname" autocomplete="nickname" autofocus maxlength="48" .value=${this.nickname}
          aria-describedby="hint problem" aria-invalid=${problem ? "true" : "false"} />
        <p class="quiet" id="hint">${say().nicknameHint}</p>
        <p class="error" id="problem" role="alert">${problem || nothing}</p>
        <div class="actions">
          <button type="button" @click=${this.closed}>${say().cancel}</button>
          <button class="main" type="submit" ?disabled=${this.busy}>${say().save}</button>
        </div>
      </form>
    </hall-dialog>`;
  }

  private async submitted(event: Event): Promise<void> {
    event.preventDefault();
    const nickname = this.input.value.trim().replace(/\s+/g, " ");
    this.problem = nickname === "" ? say().nicknameEmpty : [...nickname].length > LONGEST ? say().nicknameLong : null;
    if (this.problem) return this.input.focus();
    this.busy = true;
    const refused = await this.rename(nickname);
    this.problem = refused && (read(refused) || say().nicknameUnsent);
    this.busy = false;
    if (this.problem) this.input.focus();
    else this.closed();
  }

  private closed(): void {
    this.dispatchEvent(new Event("close"));
  }
}
