/** Below the view from a seat: where one sits, the ride, and the way back. */
import { css, html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Manifest, Seat } from "../../hall/manifest.js";
import { HallElement } from "../element.js";
import { exhibitedAt, type Exhibited } from "../exhibited.js";
import { icon } from "../icons.js";
import { read, say } from "../language.js";
import { look } from "../look.js";
import type { Intents, Played, SitView } from "../view.js";

/** The motion that is a show, the same for everyone. */
const RUN = "run";

@customElement("hall-seat-bar")
export class SeatBar extends HallElement {
  static override styles = [
    look,
    css`
      section {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 10px 16px;
        padding: 12px 12px 12px 20px;
      }
      .words {
        flex: 1 1 200px;
        min-width: 0;
        overflow-wrap: anywhere;
      }
      h2 {
        font-size: 18px;
      }
      h2:focus {
        outline: none;
      }
      .actions {
        display: flex;
        flex: 1 0 auto;
        gap: 8px;
      }
      button {
        display: inline-flex;
        flex: 1;
        align-items: center;
        justify-content: center;
        gap: 8px;
        padding: 0 16px 0 12px;
        white-space: nowrap;
      }
      @media (max-width: 480px) {
        section {
          padding: 10px 12px 12px 16px;
        }
        .actions {
          margin-left: -4px;
        }
      }
    `,
  ];

  @property({ attribute: false }) hall: Manifest | null = null;
  @property({ attribute: false }) view: SitView | null = null;
  @property({ attribute: false }) intents: Intents | null = null;
  @state() private played: Played | null = null;
  /** Whether it ran since the visitor sat down. */
  @state() private ran = false;
  /** Whether what it says may be said: readers hear only what comes after the place for it. */
  @state() private heard = false;
  @query("h2") private readonly heading!: HTMLElement | null;

  protected override firstUpdated(): void {
    this.heading?.focus();
    requestAnimationFrame(() => (this.heard = true));
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const running = this.view?.running ?? false;
    if (!changed.has("view") || changed.get("view")?.running === running) return;
    this.ran ||= running;
    if (running && this.played?.kind === "refused") this.played = null;
  }

  protected override render(): TemplateResult {
    const { view } = this;
    const shown = view ? exhibitedAt(this.hall, view.placement) : undefined;
    const seat = shown?.model.seats.find(({ id }) => id === view?.seat);
    if (!view || !shown || !seat) return html``;
    const runs = RUN in shown.model.motions;
    return html`<section class="panel" aria-labelledby="title">
      <div class="words">
        <h2 id="title" tabindex="-1">${read(seat.name)}</h2>
        <p class="quiet" role="status">${this.heard ? this.told(view, seat, shown) : nothing}</p>
      </div>
      <div class="actions">
        ${runs
          ? html`<button class="main" data-ride @click=${() => void this.start(view.placement)}>
              ${icon("play")} ${seat.rides ? say().startRide : captionOf(shown)}
            </button>`
          : nothing}
        <button data-up @click=${() => this.intents?.comeBack()}>${icon("back")} ${say().getUp}</button>
      </div>
    </section>`;
  }

  private told(view: SitView, { rides }: Seat, shown: Exhibited): string {
    if (this.played?.kind === "refused") return read(this.played.message);
    if (view.running && this.played?.kind === "alone") return say().playingAlone(rides ? say().ride : captionOf(shown));
    if (view.running) return rides ? say().rideOn : say().playing(captionOf(shown));
    return this.ran && rides ? say().rideOver : say().seated(read(shown.name));
  }

  private async start(placement: string): Promise<void> {
    this.played = null;
    this.played = (await this.intents?.play(placement, RUN)) ?? null;
  }
}

const captionOf = ({ model }: Exhibited): string => read(model.motions[RUN]?.name) || say().play;
