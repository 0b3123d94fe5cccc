/** A plan to move about in: by finger, wheel, buttons and keys. Says what its middle is on, and where it is pressed. */
import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { Point, Pose } from "../../core/plan.js";
import type { Area, Manifest } from "../../hall/manifest.js";
import { has, noVisit, type Visit } from "../../session/visit.js";
import { calm } from "../calm.js";
import { HallElement } from "../element.js";
import { icon, type IconName } from "../icons.js";
import { read, say } from "../language.js";
import { look } from "../look.js";
import type { Place } from "../places.js";
import { Fingers } from "../plan/fingers.js";
import { between, closest, fit, kept, type Look, moved, toPlan, whole, zoomed } from "../plan/looking.js";
import { under, type Under } from "../plan/under.js";
import type { Dot } from "../view.js";
import { marksIn } from "../visit/listing.js";
import type { Plan } from "./plan.js";
import { planLook } from "./plan-look.js";
import "./plan.js";

/** Where somebody pressed, and what is there. */
export interface Pressed {
  readonly at: Point;
  readonly under: Under;
}

const STEP = 1.6; // what one press of plus enlarges
const PAN = 72; // pixels of one press of an arrow
const TAKES = 200; // ms
const THUMB = 16; // pixels around a small thing that hit it
const YOU = 14; // pixels a metre, when one looks for oneself

@customElement("hall-plan-view")
export class PlanView extends HallElement {
  static override styles = [look, planLook];

  @property({ attribute: false }) hall: Manifest | null = null;
  @property({ attribute: false }) area: Area | undefined;
  @property({ attribute: false }) places: readonly Place[] = [];
  @property({ attribute: false }) people: readonly number[] = [];
  @property({ attribute: false }) route: readonly Point[] | null = null;
  @property({ attribute: false }) pins: readonly Point[] = [];
  @property({ attribute: false }) visit: Visit = noVisit;
  /** Whether the visitor is in this area. */
  @property({ type: Boolean }) present = false;
  /** Something to tell, such as why a press did nothing. */
  @property() note = "";
  @state() private looking: Look | null = null;
  @state() private told = "";
  @query("hall-plan") private readonly plan!: Plan | null;
  private readonly fingers = new Fingers();
  private me: Pose | null = null;
  private flight = 0;

  /** Takes the focus to the plan itself. */
  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>(".surface")?.focus({ preventScroll: true });
  }

  place(me: Pose, others: readonly Dot[]): void {
    this.me = this.present ? me : null;
    this.plan?.place(this.me, this.present ? others : []);
  }

  /** Looks at all of a zone. */
  show(zone: Area["zones"][number]): void {
    const { area, plan } = this;
    if (!area || !plan) return;
    const [xs, ys] = [zone.polygon.map(([x]) => x), zone.polygon.map(([, y]) => y)];
    const [west, east, south, north] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
    const { width, height, margin } = plan.frame;
    const near = fit([east - west, north - south], width, height, margin + 24).scale;
    this.fly({ centre: [(west + east) / 2, (south + north) / 2], zoom: near / fit(area.size, width, height, margin).scale });
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    const before = changed.get("area") as Area | undefined;
    if (!changed.has("area") || before?.id === this.area?.id) return;
    this.looking = null;
    this.told = "";
  }

  protected override render(): TemplateResult {
    return html`<div
        class="surface"
        tabindex="0"
        role="application"
        aria-label=${say().planView(read(this.area?.name))}
        @keydown=${this.keyed}
        @focus=${this.tell}
        @wheel=${this.wheeled}
        @pointerdown=${this.pressed}
        @pointermove=${this.pulled}
        @pointerup=${this.lifted}
        @pointercancel=${(event: PointerEvent) => this.fingers.drop(event.pointerId)}
      >
        <hall-plan
          .hall=${this.hall}
          .area=${this.area}
          .looking=${this.looking}
          .people=${this.people}
          .route=${this.route}
          .pins=${this.pins}
          .marks=${this.hall && this.area ? marksIn(this.visit, this.hall, this.area) : []}
          .margin=${24}
          @resized=${() => this.see(this.current)}
        ></hall-plan>
        <svg class="cross" width="40" height="40" viewBox="0 0 40 40" aria-hidden="true"><path d="M20 2v12M20 26v12M2 20h12M26 20h12"></path></svg>
      </div>
      <p role="status" class="told" data-told>${this.note || this.told}</p>
      <div class="tools">${this.tools()}</div>`;
  }

  private tools(): readonly (TemplateResult | typeof nothing)[] {
    const { zoom } = this.current;
    const most = this.area && this.plan ? closest(this.area.size, this.plan.frame) : Infinity;
    return [
      this.tool("plus", say().zoomIn, () => this.zoom(STEP), zoom >= most),
      this.tool("minus", say().zoomOut, () => this.zoom(1 / STEP), zoom <= 1),
      this.tool("whole", say().wholePlan, () => this.fly(null), zoom <= 1),
      this.present ? this.tool("locate", say().whereYouAre, () => this.find(), false) : nothing,
    ];
  }

  private tool(name: IconName, label: string, act: () => void, off: boolean): TemplateResult {
    return html`<button data-tool=${name} aria-label=${label} title=${label} ?disabled=${off} @click=${act}>${icon(name)}</button>`;
  }

  private get current(): Look {
    return this.looking ?? whole(this.area?.size ?? [1, 1]);
  }

  private zoom(factor: number): void {
    if (this.area && this.plan) this.fly(zoomed(this.area.size, this.plan.frame, this.current, factor));
  }

  private find(): void {
    if (!this.me || !this.area || !this.plan) return;
    const { width, height, margin } = this.plan.frame;
    const zoom = Math.max(this.current.zoom, YOU / fit(this.area.size, width, height, margin).scale);
    this.fly({ centre: [this.me.x, this.me.y], zoom });
  }

  /** Goes to another look, calmly; at once where motion is reduced. Null is the whole. */
  private fly(to: Look | null): void {
    const { area, plan } = this;
    if (!area || !plan) return;
    const end = kept(area.size, plan.frame, to ?? whole(area.size));
    const from = this.current;
    const begun = performance.now();
    cancelAnimationFrame(this.flight);
    const frame = (now: number): void => {
      const share = calm.value ? 1 : Math.min(1, Math.max(0, now - begun) / TAKES);
      this.see(share === 1 ? end : between(from, end, share * (2 - share)));
      if (share < 1) this.flight = requestAnimationFrame(frame);
      else this.tell();
    };
    frame(begun);
  }

  private see(to: Look): void {
    if (!this.area || !this.plan) return;
    const look = kept(this.area.size, this.plan.frame, to);
    this.looking = look.zoom <= 1 ? null : look;
    // A press that did nothing is history once one looks elsewhere.
    if (this.note) this.dispatchEvent(new Event("looked"));
  }

  private shift(dx: number, dy: number): void {
    cancelAnimationFrame(this.flight);
    if (this.area && this.plan) this.see(moved(this.area.size, this.plan.frame, this.current, dx, dy));
  }

  private readonly keyed = (event: KeyboardEvent): void => {
    const act = this.keys[event.key];
    if (!act || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    event.stopPropagation();
    act();
  };

  private readonly keys: Readonly<Record<string, () => void>> = {
    ArrowLeft: () => this.step(PAN, 0),
    ArrowRight: () => this.step(-PAN, 0),
    ArrowUp: () => this.step(0, PAN),
    ArrowDown: () => this.step(0, -PAN),
    "+": () => this.zoom(STEP),
    "=": () => this.zoom(STEP),
    "-": () => this.zoom(1 / STEP),
    "0": () => this.fly(null),
    Enter: () => this.choose(this.current.centre),
  };

  private step(dx: number, dy: number): void {
    this.shift(dx, dy);
    this.tell();
  }

  /** Says what the middle of the picture is on. */
  private readonly tell = (): void => {
    if (!this.area) return;
    const { zone, place } = under(this.places, this.area, this.current.centre, 2);
    const names = [zone ? `${zone.letter} ${read(zone.name)}` : say().outsideZones];
    if (place) names.push(`${place.number} ${read(place.name)}`.trim(), ...this.keptOf(place.id));
    this.told = names.join(" · ");
  };

  private keptOf(id: string): readonly string[] {
    const kept = this.visit.things.get(id);
    return [...(has(kept, "visited") ? [say().visited] : []), ...(has(kept, "bookmark") ? [say().bookmarked] : [])];
  }

  private readonly wheeled = (event: WheelEvent): void => {
    event.preventDefault();
    if (!this.area || !this.plan) return;
    cancelAnimationFrame(this.flight);
    const lines = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? 18 : 1;
    const [x, y] = this.pixel(event);
    this.see(zoomed(this.area.size, this.plan.frame, this.current, Math.exp(-event.deltaY * lines * 0.0022), x, y));
  };

  private readonly pressed = (event: PointerEvent): void => {
    if (event.button !== 0) return;
    (event.currentTarget as HTMLElement).setPointerCapture(event.pointerId);
    this.fingers.press(event.pointerId, this.pixel(event));
  };

  private readonly pulled = (event: PointerEvent): void => {
    const pull = this.fingers.move(event.pointerId, this.pixel(event));
    if (!pull || !this.area || !this.plan) return;
    this.shift(pull.dx, pull.dy);
    if (pull.factor !== 1) this.see(zoomed(this.area.size, this.plan.frame, this.current, pull.factor, ...pull.at));
  };

  private readonly lifted = (event: PointerEvent): void => {
    const at = this.fingers.lift(event.pointerId);
    if (at && this.plan) this.choose(toPlan(this.plan.fit, ...at));
  };

  private choose(at: Point): void {
    const { area, plan } = this;
    if (!area || !plan || at[0] < 0 || at[1] < 0 || at[0] > area.size[0] || at[1] > area.size[1]) return;
    const detail: Pressed = { at, under: under(this.places, area, at, THUMB / plan.fit.scale) };
    this.dispatchEvent(new CustomEvent("choose", { detail }));
  }

  private pixel(event: MouseEvent): Point {
    const box = this.plan?.getBoundingClientRect();
    return [event.clientX - (box?.left ?? 0), event.clientY - (box?.top ?? 0)];
  }
}
