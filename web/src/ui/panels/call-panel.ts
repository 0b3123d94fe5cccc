/** A call: who rings, the two pictures, and what one can do. It lies over the hall and does not stop the walk. */
import { css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { CallIntents, CallView } from "../call-view.js";
import { personOf } from "../companions.js";
import { HallElement } from "../element.js";
import { icon } from "../icons.js";
import { language } from "../language.js";
import { look } from "../look.js";
import { callWords, type CallWords } from "../messages/calls.js";
import { blankView, type Intents, type View } from "../view.js";

@customElement("hall-call")
export class CallPanel extends HallElement {
  static override styles = [
    look,
    css`
      section {
        display: grid;
        gap: 10px;
        width: min(360px, 100%);
        padding: 12px;
        pointer-events: auto;
      }
      h2 {
        font-size: 17px;
        overflow-wrap: anywhere;
      }
      .pictures {
        position: relative;
        aspect-ratio: 4 / 3;
        max-height: 40vh;
        overflow: hidden;
        border-radius: 8px;
        background: #10171d;
      }
      video {
        width: 100%;
        height: 100%;
        object-fit: cover;
      }
      .pictures video[data-own] {
        position: absolute;
        right: 8px;
        bottom: 8px;
        width: 28%;
        height: auto;
        aspect-ratio: 4 / 3;
        border: 2px solid #ffffff;
        border-radius: 6px;
        transform: scaleX(-1);
      }
      .acts {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
      }
      .acts button {
        display: inline-flex;
        flex: 1 1 auto;
        align-items: center;
        justify-content: center;
        gap: 8px;
        padding: 0 12px;
      }
      .end {
        color: #ffffff;
        background: #a3241f;
        border-color: #a3241f;
      }
      .unheard {
        position: absolute;
        width: 1px;
        height: 1px;
        opacity: 0;
      }
    `,
  ];

  @property({ attribute: false }) view: View = blankView;
  @property({ attribute: false }) intents: Intents | null = null;

  private get words(): CallWords {
    return callWords[language.value];
  }

  private get asked(): CallIntents | null {
    return this.intents?.calling() ?? null;
  }

  protected override updated(_: PropertyValues): void {
    const { call } = this.view;
    this.feed("[data-own]", call?.own ?? null);
    this.feed("[data-other]", call?.other ?? null);
  }

  private feed(which: string, stream: MediaStream | null): void {
    const video = this.renderRoot.querySelector<HTMLVideoElement>(`video${which}`);
    if (video && video.srcObject !== stream) video.srcObject = stream;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { call } = this.view;
    if (!call) return nothing;
    const name = personOf(this.view, call.number);
    return html`<section class="panel" aria-label=${this.words.with(name)} data-call=${call.stage}>
      <div role=${call.stage === "incoming" ? "alert" : "status"}><h2>${this.told(call, name)}</h2></div>
      ${this.pictures(call)}
      <div class="acts">${call.stage === "incoming" ? this.incoming(call) : call.stage === "over" ? this.over() : this.during(call)}</div>
    </section>`;
  }

  private told({ stage, video, over }: CallView, name: string): string {
    const { words } = this;
    switch (stage) {
      case "incoming": return video ? words.incomingVideo(name) : words.incoming(name);
      case "calling": return words.calling(name);
      case "connecting": return words.connecting;
      case "speaking": return words.speaking(name);
      case "lost": return words.lost;
      case "over": return words.over[over ?? "ended"];
    }
  }

  private pictures({ own, other, camera, stage }: CallView): TemplateResult | typeof nothing {
    if (stage === "incoming" || stage === "over") return nothing;
    const seen = (other?.getVideoTracks().length ?? 0) > 0;
    if (!seen && camera === null) return html`<video class="unheard" data-other autoplay playsinline aria-hidden="true"></video>`;
    return html`<div class="pictures">
      <video data-other autoplay playsinline aria-label=${this.words.with(personOf(this.view, this.view.call?.number ?? 0))}></video>
      ${own && camera !== null ? html`<video data-own autoplay playsinline muted ?hidden=${!camera} aria-label=${this.words.you}></video>` : nothing}
    </div>`;
  }

  private incoming({ video }: CallView): TemplateResult {
    const { words } = this;
    return html`${video ? html`<button class="main" data-take="video" @click=${() => this.asked?.take(true)}>${words.takeVideo}</button>` : nothing}
      <button class=${video ? "" : "main"} data-take="voice" @click=${() => this.asked?.take(false)}>${words.takeVoice}</button>
      <button data-decline @click=${() => this.asked?.end()}>${words.decline}</button>
      <button data-never @click=${() => this.asked?.end(true)}>${words.never}</button>`;
  }

  private during({ muted, camera }: CallView): TemplateResult {
    const { words } = this;
    return html`<button data-mute aria-pressed=${muted} @click=${() => this.asked?.mute(!muted)}>${icon(muted ? "mute" : "voice")} ${muted ? words.unmute : words.mute}</button>
      ${camera === null ? nothing : html`<button data-camera aria-pressed=${!camera} @click=${() => this.asked?.film(!camera)}>${camera ? words.cameraOff : words.cameraOn}</button>`}
      <button class="end" data-end @click=${() => this.asked?.end()}>${words.hangUp}</button>`;
  }

  private over(): TemplateResult {
    return html`<button data-close @click=${() => this.asked?.close()}>${this.words.close}</button>`;
  }
}
