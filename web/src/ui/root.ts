/** The whole interface: a page while there is no hall, else the few things around it and the panel that is open. */
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Point, Pose } from "../core/plan.js";
import { type Area, areaOf, type Manifest } from "../hall/manifest.js";
import type { Session } from "../session/timetable.js";
import { calm } from "./calm.js";
import { HallElement } from "./element.js";
import { deepFocus, typing, walkingFocus } from "./focus.js";
import { icon } from "./icons.js";
import { say } from "./language.js";
import { look, tokens } from "./look.js";
import { asked } from "./newcomer.js";
import type { BoothCard } from "./panels/booth-card.js";
import type { GroupBar } from "./panels/group-bar.js";
import type { Inspector } from "./panels/inspector.js";
import type { MapDialog } from "./panels/map-dialog.js";
import type { PanelName } from "./panel-names.js";
import type { Minimap } from "./panels/minimap.js";
import type { Nearby } from "./panels/nearby.js";
import type { TalkPanel } from "./panels/talk-panel.js";
import type { TourBar } from "./panels/tour-bar.js";
import type { WalkHint } from "./panels/walk-hint.js";
import { zoneOf } from "./panels/whereabouts.js";
import { destinationOf, placeById, placesOf, type Place } from "./places.js";
import { peopleIn } from "./plan/people.js";
import type { LeadIntents, LeadWish } from "./lead-view.js";
import { indexOf, under } from "./plan/under.js";
import { defaultPreferences, type Preferences } from "./preferences.js";
import { seatFor } from "./programme/view.js";
import { rootLook } from "./root-look.js";
import { waitingFor } from "./panels/meetings-badge.js";
import { unseen } from "./panels/talk-badge.js";
import { away, blankView, type Destination, type Dot, type Intents, type Marks, type View } from "./view.js";
import { marksIn } from "./visit/listing.js";
import "./parts.js";

const PLACED_EVERY = 100; // ms between two drawings of the minimap
const REFUSED_FOR = 5_000; // ms

@customElement("hall-interface")
export class Root extends HallElement {
  static override styles = [look, tokens, rootLook];

  @property({ attribute: false }) view: View = blankView;
  @property({ attribute: false }) intents: Intents | null = null;
  @property({ attribute: false }) preferences: Preferences = defaultPreferences;
  @state() private panel: PanelName | null = null;
  @state() private places: readonly Place[] = [];
  /** Why a press on the small map did nothing. */
  @state() private refused = "";
  @query("hall-minimap") private readonly minimap!: Minimap | null;
  @query("hall-map-dialog") private readonly map!: MapDialog | null;
  @query("hall-nearby") private readonly around!: Nearby | null;
  @query("hall-inspector") private readonly inspector!: Inspector | null;
  @query("hall-booth-card") private readonly reading!: BoothCard | null;
  @query("hall-group-bar") private readonly company!: GroupBar | null;
  @query("hall-talk-panel") private readonly talk!: TalkPanel | null;
  @query("hall-tour-bar") private readonly tour!: TourBar | null;
  @query("hall-walk-hint") private readonly hint!: WalkHint | null;
  private opener: HTMLElement | null = null;
  private listed: Manifest | null = null;
  private stopCalm: (() => void) | undefined;
  private placedAt = -Infinity;
  private pose: Pose | null = null;
  private forgetting: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.stopCalm = calm.watch((on) => this.toggleAttribute("calm", on));
    document.addEventListener("keydown", this.keyed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopCalm?.();
    document.removeEventListener("keydown", this.keyed);
  }

  /** Where the visitor and the others are now; may be called every frame. */
  place(me: Pose, others: readonly Dot[], now: number): void {
    if (now - this.placedAt < PLACED_EVERY) return;
    this.placedAt = now;
    this.pose = me;
    this.minimap?.place(me, others);
    this.map?.place(me, others);
    this.around?.place(me, now);
    this.hint?.place(me);
  }

  get occupied(): boolean {
    return this.view.consent.asking || (this.panel !== null && !away(this.view));
  }

  /** One step back, as Escape does; false where there is none. */
  back(): boolean {
    if (this.view.consent.asking) this.intents?.consenting()?.dismiss();
    else if (away(this.view)) this.intents?.comeBack();
    else if (this.panel !== null) this.leave();
    else if (this.view.talk.open && (this.view.selected === null || this.shadowRoot?.activeElement === this.talk)) this.converse(false);
    else if (this.view.selected !== null) this.deselect();
    else return false;
    return true;
  }

  /** Opens the menu, or leaves what is open. */
  menu(): void {
    if (this.panel !== null) this.leave();
    else if (this.view.phase === "walking" && !away(this.view)) this.open("menu");
  }

  /** Presses what has the focus, or what the card that has it is for; returns whether there was something. */
  press(): boolean {
    const focused = deepFocus();
    const control = focused?.matches("button, a, summary, input") ? focused : focused?.getRootNode() === this.reading?.renderRoot ? this.reading?.main : null;
    control?.click();
    return Boolean(control);
  }

  /** Where the marks of what is inspected are now; may be called every frame. */
  mark(marks: Marks): void {
    this.inspector?.mark(marks);
  }

  /** Takes the focus to the card that opens, and back to where it was when that closes. */
  read(): void {
    this.opener = deepFocus();
    void this.updateComplete.then(() => this.reading?.updateComplete).then(() => this.reading?.read());
  }

  protected override willUpdate(): void {
    const { talk, tour, stage } = this.view;
    const polling = talk.open && (talk.state?.polls ?? []).some(({ closed }) => closed === null);
    const kept = {
      "left-handed": this.preferences.hand === "left", talking: talk.open, polling, reading: this.view.selected !== null,
      filled: this.view.call !== null || asked(this.view), toured: tour !== null, staged: tour === null && stage !== null,
    };
    for (const [name, on] of Object.entries(kept)) this.toggleAttribute(name, on);
    if (this.view.hall === this.listed) return;
    this.listed = this.view.hall;
    this.places = this.view.hall ? placesOf(this.view.hall) : [];
  }

  protected override render(): TemplateResult {
    const { phase, hall, inspect, sit } = this.view;
    if (phase === "loading") return html`<hall-loading-page .view=${this.view} @enter=${() => this.intents?.enter()}></hall-loading-page>`;
    if (phase !== "walking") return html`<hall-message-page .view=${this.view} @retry=${() => this.intents?.retry()}></hall-message-page>`;
    if (inspect) return html`<hall-inspector .hall=${hall} .view=${inspect} .intents=${this.intents}></hall-inspector> ${this.messages()}`;
    if (sit) return html`<hall-seat-bar .hall=${hall} .view=${sit} .intents=${this.intents}></hall-seat-bar> ${this.messages()}`;
    return html`${this.corners()} ${this.messages()} ${this.touring()} ${this.card()} ${this.talking()} ${this.view.tour ? nothing : html`<hall-stage-bar .view=${this.view} .intents=${this.intents}></hall-stage-bar>`} ${this.dialog()}
      <hall-joystick .view=${this.view} ?left-handed=${this.preferences.hand === "left"}></hall-joystick>`;
  }

  private corners(): TemplateResult {
    const here = this.here();
    const { hall, counts, route, visit } = this.view;
    return html`<hall-nearby .places=${this.places} area=${this.view.area}
        @choose=${(event: CustomEvent<string>) => this.choose(event.detail)}></hall-nearby>
      <hall-whereabouts .view=${this.view}></hall-whereabouts>
      <nav class="corner menu" aria-label=${say().menu}>
        <button class="panel" data-menu aria-haspopup="dialog" @click=${() => this.open("menu")}>${icon("menu")} <span>${say().menu}</span>${unseen(this.view.talk, this.view.letters.unread + waitingFor(this.view.meetings))}</button>
      </nav>
      <nav class="corner map" aria-label=${say().map}>
        <hall-minimap .area=${here} .people=${here ? peopleIn(counts, here, indexOf(hall, here)) : []} .route=${route} .pins=${this.pins()}
          .marks=${here && hall ? marksIn(visit, hall, here) : []} note=${this.refused} @open-map=${() => this.open("map")} @point=${(event: CustomEvent<Point>) => void this.pointed(event.detail)}></hall-minimap>
      </nav>`;
  }

  private talking(): TemplateResult | typeof nothing {
    return this.view.talk.open ? html`<hall-talk-panel .view=${this.view} .intents=${this.intents} @close=${() => this.converse(false)}></hall-talk-panel>` : nothing;
  }

  /** Opens the talk, with the focus where one writes, or closes it. */
  private converse(on: boolean, stream?: string): void {
    this.panel = null;
    if (stream) this.intents?.talking()?.choose(stream);
    this.intents?.talking()?.open(on);
    if (!on) this.intents?.walk();
    else void this.updateComplete.then(() => this.talk?.updateComplete).then(() => this.talk?.focus());
  }

  private here(): Area | undefined {
    return this.view.hall ? areaOf(this.view.hall, this.view.area) : undefined;
  }

  private touring(): TemplateResult | typeof nothing {
    return !this.view.tour ? nothing : html`<hall-tour-bar .hall=${this.view.hall} .view=${this.view.tour} .intents=${this.intents} ?talking=${this.view.talk.open}
      @close=${() => document.querySelector("canvas")?.focus({ preventScroll: true })}></hall-tour-bar>`;
  }

  private messages(): TemplateResult {
    return html`<div class="top-middle">
        <hall-connection status=${this.view.connection} .kept=${this.view.kept} .removal=${this.view.removal} @retry=${() => this.intents?.retry()}></hall-connection>
        <hall-call .view=${this.view} .intents=${this.intents}></hall-call> ${away(this.view) ? nothing : this.leading()} <hall-unknown-place .words=${this.view.unknown} @close=${() => this.intents?.walk()}></hall-unknown-place>
        ${away(this.view) ? nothing : html`<hall-group-bar .view=${this.view} .intents=${this.intents} @members=${() => this.open("groups")}></hall-group-bar>`}
        <hall-moderation-news .me=${this.view.me} .reports=${this.view.reports}></hall-moderation-news> <hall-letters-news .hall=${this.view.hall} .letters=${this.view.letters}></hall-letters-news>
        <hall-meetings-news .hall=${this.view.hall} .meetings=${this.view.meetings} .intents=${this.intents?.meeting() ?? null} @open-meetings=${() => this.open("meetings")}></hall-meetings-news>
        <hall-queue-news .view=${this.view} .intents=${this.intents}></hall-queue-news>
        <hall-toasts .announcements=${this.view.announcements}></hall-toasts><hall-unveiled .hall=${this.view.hall} area=${this.view.area} .veils=${this.view.veils}></hall-unveiled>
        <hall-poll-news .talk=${this.view.talk} @vote=${(event: CustomEvent<string>) => this.converse(true, event.detail)}></hall-poll-news> ${calm.value ? html`<hall-cheer-count .counts=${this.view.talk.cheers}></hall-cheer-count>` : nothing}
        <hall-reminders .view=${this.view.programme} .intents=${this.intents?.programming() ?? null}
          @visit=${(event: CustomEvent<Session>) => this.seat(this.view.hall && seatFor(this.view.hall, event.detail))}></hall-reminders>
        <hall-board-news .area=${this.here()} .boards=${this.view.boards}></hall-board-news>
        <hall-pad-note state=${this.view.pad}></hall-pad-note><hall-consent .view=${this.view} .intents=${this.intents}></hall-consent>
        ${away(this.view) ? nothing : html`<hall-walk-hint .view=${this.view} .intents=${this.intents} ?letters=${this.preferences.shortcuts}></hall-walk-hint><hall-zone-banner .zone=${zoneOf(this.view)}></hall-zone-banner>`}
      </div>`;
  }

  private leading(): TemplateResult {
    return html`<hall-route-bar .led=${this.view.led} ?step-free=${this.preferences.stepFree} @stop=${() => this.onTheWay((leading) => leading?.to(null))} @next=${() => this.onTheWay((leading) => leading?.next())}
      @step-free=${(event: CustomEvent<boolean>) => this.prefer({ stepFree: event.detail })}></hall-route-bar>`;
  }

  private card(): TemplateResult {
    const subject = this.view.selected === null ? undefined : placeById(this.places, this.view.selected);
    return html`<hall-booth-card class=${subject ? "open" : ""} .hall=${this.view.hall} .subject=${subject} .view=${this.view} .intents=${this.intents} ?focused=${!walkingFocus() && this.view.selected !== this.view.group?.highlight}
      @close=${() => this.deselect()} @go=${(event: CustomEvent<Place>) => this.go(event.detail)} @letter=${() => this.open("letters")} @meet=${() => this.open("meetings")}
      @lead=${(event: CustomEvent<Place>) => this.lead(event.detail)}></hall-booth-card>`;
  }

  private dialog(): TemplateResult | typeof nothing {
    const close = (): void => this.leave();
    switch (this.panel) {
      case "menu":
        return html`<hall-menu-dialog .view=${this.view} .pose=${this.pose} .intents=${this.intents} @close=${close}
          @install=${() => (this.leave(), this.intents?.install())} @panel=${(event: CustomEvent<PanelName>) => (event.detail === "talk" ? this.converse(true) : this.open(event.detail))}></hall-menu-dialog>`;
      case "map":
        return html`<hall-map-dialog .view=${this.view} .places=${this.places} .pins=${this.pins()} .ask=${this.intents?.search} @close=${close}
          .goTo=${(area: string, at: Point) => this.goTo(area, at)}
          @go=${(event: CustomEvent<Place>) => this.go(event.detail)} @lead=${(event: CustomEvent<LeadWish>) => this.leadFrom(event.detail)} @read=${(event: CustomEvent<Place>) => this.choose(event.detail.id)}></hall-map-dialog>`;
      case "tours":
        return html`<hall-tours-dialog .hall=${this.view.hall} @close=${close}
          @take=${(event: CustomEvent<string>) => this.take(event.detail)}></hall-tours-dialog>`;
      case "programme":
        return html`<hall-programme-dialog .view=${this.view} .intents=${this.intents} @close=${close}
          @seat=${(event: CustomEvent<Destination>) => this.seat(event.detail)}
          @lead=${(event: CustomEvent<Place>) => this.leadFrom(event.detail)}></hall-programme-dialog>`;
      case "groups":
        return html`<hall-groups-dialog .view=${this.view} .intents=${this.intents} @close=${close}
          @joined=${() => this.joined()}></hall-groups-dialog>`;
      case "guide":
        return html`<hall-guide-dialog .places=${this.places} .intents=${this.intents} .pose=${this.pose} @close=${close}
          @choose=${(event: CustomEvent<string>) => this.choose(event.detail)} @lead=${(event: CustomEvent<LeadWish>) => this.leadFrom(event.detail)}></hall-guide-dialog>`;
      case "letters":
        return html`<hall-letters-dialog .view=${this.view} .intents=${this.intents} @close=${close}></hall-letters-dialog>`;
      case "meetings":
        return html`<hall-meetings-dialog .view=${this.view} .intents=${this.intents} @close=${close} @lead=${(event: CustomEvent<LeadWish>) => this.leadFrom(event.detail)}></hall-meetings-dialog>`;
      case "people":
        return html`<hall-people-dialog .view=${this.view} .intents=${this.intents} @close=${close}></hall-people-dialog>`;
      case "desk":
        return html`<hall-desk-dialog .view=${this.view} .intents=${this.intents} @close=${close}></hall-desk-dialog>`;
      case "visit":
        return html`<hall-visit-dialog .view=${this.view} .intents=${this.intents} @close=${close}
          @go=${(event: CustomEvent<Place>) => this.go(event.detail)}
          @lead=${(event: CustomEvent<LeadWish>) => this.leadFrom(event.detail)}></hall-visit-dialog>`;
      case "name":
        return html`<hall-name-dialog nickname=${this.view.me?.nickname ?? this.preferences.nickname} @close=${close}
          .rename=${(nickname: string) => this.rename(nickname)}></hall-name-dialog>`;
      case "help":
        return html`<hall-help-dialog .preferences=${this.preferences} ?programme=${this.view.programme !== null} ?headset=${this.view.headset !== "none"} @close=${close}></hall-help-dialog>`;
      case "settings":
        return html`<hall-settings-dialog .view=${this.view} .intents=${this.intents} .preferences=${this.preferences} tier=${this.view.tier} @close=${close}
          @preferences=${(event: CustomEvent<Partial<Preferences>>) => this.prefer(event.detail)}></hall-settings-dialog>`;
      case "talk":
      case null:
        return nothing;
    }
  }

  /** Opens a panel; the focus comes back to where it was when all is closed. */
  open(panel: PanelName): void {
    if (this.panel === null) this.opener = deepFocus();
    this.panel = panel;
  }

  private find(): void {
    this.open("map");
    void this.updateComplete.then(() => this.map?.find());
  }

  private leave(): void {
    this.panel = null;
    void this.updateComplete.then(() => this.opener?.focus());
  }

  private choose(id: string): void {
    if (this.panel === null) this.opener = deepFocus();
    this.panel = null; // a dialog that was closed says so late on a busy page, and Escape must close the card by then
    this.intents?.select(id);
  }

  private deselect(): void {
    const reading = this.shadowRoot?.activeElement === this.reading;
    this.intents?.select(null);
    if (reading) void this.updateComplete.then(() => this.opener?.focus());
  }

  /** Came into a group; the focus goes to what breaks away. */
  private joined(): void {
    this.panel = null;
    void this.updateComplete.then(() => this.company?.updateComplete).then(() => this.company?.focus());
  }

  /** Starts a tour; the focus goes to what pauses it. */
  private take(tour: string): void {
    this.panel = null;
    this.intents?.takeTour(tour);
    void this.updateComplete.then(() => this.tour?.updateComplete).then(() => this.tour?.focus());
  }

  private go(place: Place): void {
    if (place.kind === "tour") return this.take(place.id);
    this.leave();
    this.intents?.go(destinationOf(place));
  }

  /** To a session; the keys walk there. */
  private seat(destination: Destination | null): void {
    this.panel = null;
    if (destination) this.intents?.go(destination);
    void this.updateComplete.then(() => this.intents?.walk());
  }

  /** Goes to a point of the plan; resolves to whether somebody can stand there. */
  private async goTo(area: string, at: Point): Promise<boolean> {
    const gone = (await this.intents?.goTo(area, at)) ?? false;
    if (gone && this.panel === "map") this.leave();
    return gone;
  }

  /** A press on the small map: to the front of the booth or stage that is there, or to the point itself. */
  private async pointed(at: Point): Promise<void> {
    const here = this.here();
    if (!here) return;
    const { place } = under(this.places, here, at, 0);
    if (place) this.intents?.go(destinationOf(place));
    const gone = place !== null || (await this.goTo(here.id, at));
    clearTimeout(this.forgetting);
    this.refused = gone ? "" : say().nobodyStands;
    this.forgetting = setTimeout(() => (this.refused = ""), REFUSED_FOR);
    if (gone) this.intents?.walk();
  }

  /** Places of this area that the plan points out: what is read about, and where one is led. */
  private pins(): readonly Point[] {
    const { selected, route, led, area } = this.view;
    const place = selected === null ? undefined : placeById(this.places, selected);
    const end = led?.state === "leading" ? route?.at(-1) : undefined;
    return [...(place?.area === area ? [place.at] : []), ...(end ? [end] : [])];
  }

  /** Closes the card, so that the line is seen and keys walk along it. */
  private lead(wish: LeadWish): void {
    this.intents?.leading()?.to(wish);
    this.intents?.select(null);
    void this.updateComplete.then(() => this.intents?.walk());
  }

  /** From a dialog, which is to be out of the way. */
  private leadFrom(wish: LeadWish): void {
    this.panel = null;
    this.lead(wish);
  }

  /** Ends the way, or leads on; the keys walk then. */
  private onTheWay(act: (leading: LeadIntents | undefined) => void): void {
    act(this.intents?.leading() ?? undefined);
    this.intents?.walk();
  }

  private async rename(nickname: string): ReturnType<Intents["rename"]> {
    const problem = (await this.intents?.rename(nickname)) ?? null;
    if (!problem) this.prefer({ nickname });
    return problem;
  }

  private prefer(change: Partial<Preferences>): void {
    this.dispatchEvent(new CustomEvent("preferences", { detail: change }));
  }

  protected override updated(changed: PropertyValues<this>): void {
    const before = changed.get("view");
    if (!before || !away(before) || away(this.view)) return;
    // Back from an inspection or a seat: the card that led to it is here again.
    void this.reading?.updateComplete.then(() => this.reading?.resume(before.sit?.seat ?? null));
  }

  private readonly keyed = (event: KeyboardEvent): void => {
    if (event.key === "Escape" && (away(this.view) || this.panel === null)) return void this.back(); // a dialog closes by itself
    const key = this.preferences.shortcuts && !event.ctrlKey && !event.metaKey && !event.altKey ? event.key.toLowerCase() : "";
    const free = !this.occupied && !away(this.view);
    const known = (key === "/" && !this.view.consent.asking) || (free && (key === "t" || (key === "p" && this.view.programme !== null)));
    if (!known || this.view.phase !== "walking" || this.view.inspect || typing()) return;
    event.preventDefault(); // Firefox would look in the page, and T be written in the field that gets the focus
    if (key === "/") this.find();
    else if (key === "p") this.open("programme");
    else this.converse(true);
  };
}
