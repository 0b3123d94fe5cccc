/** What all our elements share: they are drawn anew when the language changes, and wear the same clothes. */
import { LitElement, type CSSResultGroup } from "lit";
import { language } from "./language.js";
import { look } from "./look.js";

export abstract class HallElement extends LitElement {
  static override styles: CSSResultGroup = [look];
  private stopReading: (() => void) | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.stopReading = language.watch(() => this.requestUpdate());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopReading?.();
  }
}
