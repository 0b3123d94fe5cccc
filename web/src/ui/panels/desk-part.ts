/** What all parts of the hosts' desk have: the view, the intents, and what came of the last thing that was asked. */
import { html, type CSSResult, type TemplateResult } from "lit";
import { property, state } from "lit/decorators.js";
import type { Text } from "../../core/text.js";
import type { Refusal } from "../../protocol/events.js";
import { HallElement } from "../element.js";
import type { HostIntents } from "../hosting-view.js";
import { language, read } from "../language.js";
import { look } from "../look.js";
import { deskWords, type DeskWords } from "../messages/desk.js";
import { blankView, type Intents, type View } from "../view.js";
import { deskLook } from "./desk-look.js";
import { fieldsLook } from "./fields-look.js";

export class DeskPart extends HallElement {
  static override styles: CSSResult[] = [look, fieldsLook, deskLook];

  @property({ attribute: false }) view: View = blankView;
  @property({ attribute: false }) intents: Intents | null = null;
  @state() private problem = "";
  @state() private done = "";

  protected get words(): DeskWords {
    return deskWords[language.value];
  }

  protected get asked(): HostIntents | null {
    return this.intents?.hosting() ?? null;
  }

  /** What came of it, for eyes and readers. */
  protected outcome(): TemplateResult {
    return html`<p class="problem" role="alert">${this.problem}</p><p class="quiet" role="status">${this.done}</p>`;
  }

  /** Waits for an answer and says what came of it; resolves to whether it was done. */
  protected async try(answer: Promise<Refusal | null> | undefined, done: string = this.words.done): Promise<boolean> {
    [this.problem, this.done] = ["", ""];
    const refusal = await answer;
    if (refusal === undefined) return false;
    if (refusal) this.problem = read(refusal.message) || this.words.unsent;
    else this.done = done;
    return refusal === null;
  }

  /** Two fields for one text, in both languages. */
  protected pair(name: string, label: string, value: Text | undefined, longest: number, needed: boolean): TemplateResult {
    const field = (lang: "en" | "zh", tag: string, of: string): TemplateResult => html`<label>${label} · ${of}
      <input name="${name}.${lang}" lang=${tag} maxlength=${longest} autocomplete="off" ?required=${needed} .value=${value?.[lang] ?? ""} /></label>`;
    return html`<div class="pair">${field("zh", "zh-CN", this.words.chinese)} ${field("en", "en", this.words.english)}</div>`;
  }
}

/** What was written in the fields of `pair`. */
export const pairIn = (form: FormData, name: string): Text => ({ en: word(form, `${name}.en`), zh: word(form, `${name}.zh`) });

/** What was written in a field. */
export function word(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.trim() : "";
}
