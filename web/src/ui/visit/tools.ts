/** What can be done with all that is kept: save it as files, take a saved file up again, delete it. */
import { css, html, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Manifest } from "../../hall/manifest.js";
import { LARGEST } from "../../session/visit-file.js";
import { noVisit, type Visit } from "../../session/visit.js";
import { HallElement } from "../element.js";
import { icon } from "../icons.js";
import { say } from "../language.js";
import { look } from "../look.js";
import type { VisitIntents } from "../view.js";
import { FILES, type FileKind, save } from "./saving.js";

@customElement("hall-visit-tools")
export class VisitTools extends HallElement {
  static override styles = [
    look,
    css`
      :host {
        display: grid;
        gap: 10px;
      }
      h3 {
        font-size: 18px;
      }
      .row {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
      button {
        display: inline-flex;
        align-items: center;
        gap: 8px;
        padding: 6px 14px 6px 10px;
        text-align: start;
      }
      .ask {
        display: grid;
        gap: 10px;
        padding: 14px;
        border: 1px solid var(--bad);
        border-radius: var(--radius);
      }
      .bad {
        color: var(--bad);
      }
      .told:empty {
        display: none;
      }
      @media print {
        :host {
          display: none;
        }
      }
    `,
  ];

  @property({ attribute: false }) hall: Manifest | null = null;
  @property({ attribute: false }) visit: Visit = noVisit;
  @property({ attribute: false }) intents: VisitIntents | null = null;
  @state() private asking = false;
  @state() private told = "";
  @query("input") private readonly input!: HTMLInputElement;

  protected override render(): TemplateResult {
    const words = say();
    const empty = this.visit.things.size === 0;
    return html`<h3 id="save">${words.visitSave}</h3>
      <div class="row" role="group" aria-labelledby="save">
        ${FILES.map((kind) => html`<button data-save=${kind} ?disabled=${empty} @click=${() => this.save(kind)}>${icon("save")} ${words.visitFiles[kind]}</button>`)}
      </div>
      <div class="row">
        <button data-take-up @click=${() => this.input.click()}>${icon("takeUp")} ${words.visitTakeUp}</button>
        <button data-delete ?disabled=${empty && !this.asking} aria-expanded=${this.asking} @click=${() => void this.ask()}>${icon("bin")} ${words.visitDelete}</button>
      </div>
      <input type="file" accept=".json,application/json" hidden aria-label=${words.visitTakeUp} @change=${() => void this.takeUp()} />
      ${this.asking ? this.question() : ""}
      <p role="status" class="told">${this.told}</p>`;
  }

  private question(): TemplateResult {
    return html`<div class="ask" role="group" aria-labelledby="question">
      <p id="question">${say().visitDeleteAsk}</p>
      <div class="row">
        <button data-no @click=${() => void this.decided(false)}>${say().cancel}</button>
        <button class="bad" data-yes @click=${() => void this.decided(true)}>${icon("bin")} ${say().visitDelete}</button>
      </div>
    </div>`;
  }

  private save(kind: FileKind): void {
    if (this.hall) save(kind, this.visit, this.hall);
  }

  private async ask(): Promise<void> {
    this.asking = true;
    this.told = "";
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>("[data-no]")?.focus();
  }

  private async decided(yes: boolean): Promise<void> {
    this.asking = false;
    if (yes) this.intents?.clear();
    this.told = yes ? say().visitDeleted : "";
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>(yes ? "[data-take-up]" : "[data-delete]")?.focus();
  }

  private async takeUp(): Promise<void> {
    const file = this.input.files?.[0];
    this.input.value = ""; // the same file may be chosen again
    if (!file) return;
    // A character takes four bytes at most: what is larger is not even read.
    const taken = file.size > 4 * LARGEST ? ({ ok: false, error: "size" } as const) : this.intents?.takeUp(await file.text());
    if (taken) this.told = taken.ok ? say().visitTakenUp(taken.value) : say().visitRefused[taken.error];
  }
}
