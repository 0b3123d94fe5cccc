/** Asks a reader of the text tour for consent, where what they want to do waits for it. */
import type { Signal } from "../core/signal.js";
import type { Language } from "../core/text.js";
import type { ConsentIntents, ConsentView } from "./consent-view.js";
import { consentWords } from "./messages/consent.js";

export class TextConsent {
  private readonly dialog: HTMLDialogElement;

  constructor(private readonly page: Document, private readonly language: Language, private readonly consent: ConsentIntents & { readonly view: Signal<ConsentView> }) {
    this.dialog = page.createElement("dialog");
    this.dialog.id = "consent";
    this.fill();
    page.body.append(this.dialog);
    this.dialog.addEventListener("close", () => {
      if (consent.view.value.asking) consent.dismiss();
    });
    consent.view.watch(({ asking }) => {
      if (asking && !this.dialog.open) this.dialog.showModal();
      else if (!asking && this.dialog.open) this.dialog.close();
    });
  }

  private fill(): void {
    const words = consentWords[this.language];
    const title = this.made("h2", words.ask);
    title.id = "consent-title";
    this.dialog.setAttribute("aria-labelledby", title.id);
    const more = this.page.createElement("a");
    more.href = `/consent?lang=${this.language}`;
    more.textContent = words.more;
    const link = this.page.createElement("p");
    link.append(more);
    const actions = this.page.createElement("p");
    actions.append(this.button(words.decline, false), " ", this.button(words.agree, true));
    this.dialog.append(title, this.made("p", words.named), this.made("p", words.free), link, actions);
  }

  private button(label: string, given: boolean): HTMLButtonElement {
    const button = this.page.createElement("button");
    button.type = "button";
    button.textContent = label;
    button.addEventListener("click", () => this.consent.decide(given));
    return button;
  }

  private made(tag: "h2" | "p", text: string): HTMLElement {
    const element = this.page.createElement(tag);
    element.textContent = text;
    return element;
  }
}
