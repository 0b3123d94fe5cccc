/**
 * The group that the visitor leads or follows. Who follows sees what the guide sees, while the body stands close by; any
 * key or drag breaks away. Where motion is reduced one sees it in single looks, behind a fade each. What a group is, and who is in it, is the server's to say.
 */
import type { Manifest, Placement } from "./hall/manifest.js";
import { Lent } from "./lent.js";
import type { Live } from "./live.js";
import { Gaze, type View } from "./movement/gaze.js";
import { Glimpses } from "./movement/glimpses.js";
import { EYE_HEIGHT } from "./movement/walker.js";
import type { Payload, WishName } from "./protocol/wishes.js";
import type { Refusal } from "./protocol/events.js";
import type { GazeFrame } from "./protocol/presence.js";
import { type Membership, membershipOf, standOf } from "./session/groups.js";
import type { SessionState } from "./session/state.js";
import type { Pointed } from "./stage/halo.js";
import type { Stage } from "./stage/stage.js";
import type { GroupIntents, GroupView, Interface } from "./ui/interface.js";
import type { World } from "./world.js";

export interface GroupsOptions {
  readonly stage: Pick<Stage, "point">;
  readonly world: World;
  readonly interface: Pick<Interface, "show" | "view">;
  readonly hall: () => Manifest;
  /** Whether motion should be reduced now. */
  readonly still: () => boolean;
  /** Called when one begins to follow: a tour waits. */
  readonly follows: () => void;
}

type Line = Pick<Live, "state" | "gaze" | "rung" | "wish">;

/** Seconds without a word from the guide after which one is told, and between two looks at where the body is. */
const QUIET = 4;
const LOOKED_EVERY = 0.5;
/** Metres that the body may be from where it should stand, and beyond which it does not walk there. */
const CLOSE = 2.5;
const FAR = 25;

export class Groups {
  private line: Line | null = null;
  private member: Membership | null = null;
  /** Broke away here, whatever the server has heard of it yet. */
  private loose = false;
  private heard: GazeFrame | null = null;
  private silent = 0;
  private looked = 0;
  private notice: GroupView["notice"] = null;
  private pointed: string | null = null;
  private told = "";
  private landing = false;
  private readonly gaze = new Gaze({ blend: 0.35, halfLife: 0.035 });
  private readonly glimpses = new Glimpses();
  private glancing = false;
  private readonly guide: Lent;

  constructor(private readonly options: GroupsOptions) {
    this.guide = new Lent(this.gaze, options.world, options.still);
  }

  /** Listens to this line; `wanted` is the code of a group to come into. */
  listen(line: Line, wanted: string | null): void {
    this.line = line;
    let code = wanted;
    line.state.watch((state) => {
      this.update(state);
      if (code === null || state.me === null) return;
      void this.intents.follow(code).then((refusal) => refusal && this.say({ kind: "refused", text: refusal.message }));
      code = null;
    });
    line.gaze.on("frame", (frame) => this.follow(frame));
    line.rung.on("group", () => this.say({ kind: "rung" }));
  }

  get guiding(): boolean {
    return this.member?.role === "guide";
  }

  /** Radians that the visitor looks up, for followers to see; 0 where there are none. */
  get pitch(): number {
    return this.guiding ? this.options.world.walker.pitch : 0;
  }

  /** Whether the eyes are the guide's. */
  get following(): boolean {
    return this.member?.role === "follower" && this.member.follows && !this.loose;
  }

  /** Whether somebody should not be drawn: one looks through the guide's eyes. */
  hides(number: number): boolean {
    return this.following && this.gaze.target !== null && number === this.member?.group.guide;
  }

  readonly intents: GroupIntents = {
    start: () => this.wish("guide_start", {}),
    follow: (code) => {
      this.loose = false;
      return this.wish("follow", { group: code });
    },
    stray: () => this.takeOver(),
    leave: () => {
      this.letGo();
      void this.wish(this.guiding ? "guide_end" : "unfollow", {});
    },
    highlight: (placement) => this.wish("highlight", { placement }),
    ring: (number) => this.wish("ring", { number }),
    read: () => this.say(null),
  };

  /** The visitor moves by hand, or looks at something else: one who follows breaks away. */
  takeOver(): void {
    if (!this.following) return;
    this.loose = true;
    this.letGo();
    void this.wish("stray", {});
    this.tell();
  }

  /** One frame. */
  frame(seconds: number): void {
    this.silent += seconds;
    this.looked += seconds;
    if (this.following && this.heard) this.glance(this.heard, seconds);
    if (this.following && this.heard && this.looked > LOOKED_EVERY) this.attend(this.heard);
    this.tell();
  }

  private update(state: SessionState): void {
    const before = this.member;
    this.member = membershipOf(state.groups, state.me);
    if (this.member && !this.member.follows) this.loose = false;
    if (before && !this.member && before.role === "follower") this.freed();
    if (this.member?.code !== before?.code) [this.heard, this.silent] = [null, 0];
    if (this.following && !(before?.follows && before.code === this.member?.code)) this.begin();
    if (!this.following && this.gaze.target) this.letGo();
    this.point(this.member?.group.highlight ?? null);
    this.options.interface.show({ groups: state.groups });
    this.tell();
  }

  private begin(): void {
    [this.silent, this.notice] = [0, null];
    this.options.follows();
  }

  private freed(): void {
    this.loose = false;
    this.letGo();
    this.say({ kind: "ended" });
  }

  /** The guide says where they stand and look. */
  private follow(frame: GazeFrame): void {
    if (!this.following || frame.number !== this.member?.group.guide) return;
    [this.heard, this.silent] = [frame, 0];
    const { world, hall } = this.options;
    const area = hall().areas[frame.area];
    if (!area || !world.walkable) return;
    if (area.id !== world.area.value.id) return void this.land(area.id, frame);
    this.see(frame);
  }

  /** Sees what the guide sees; where motion is reduced only the first time, and `glance` does the rest. */
  private see(frame: GazeFrame): void {
    if (this.gaze.target === null || !this.options.still()) this.show(frame);
  }

  private show(frame: GazeFrame): void {
    this.gaze.target = viewOf(frame);
    this.glimpses.look(this.gaze.target);
    this.options.world.lend(this.guide);
  }

  /** A new look behind a fade, for who must not be moved along. */
  private glance(frame: GazeFrame, seconds: number): void {
    const { world, hall, still } = this.options;
    const here = hall().areas[frame.area]?.id === world.area.value.id;
    if (!still() || this.glancing || this.landing || !here || this.gaze.target === null) return;
    if (!this.glimpses.due(viewOf(frame), seconds)) return;
    this.glancing = true;
    void world.blink(() => this.following && this.heard && this.show(this.heard)).then(() => (this.glancing = false));
  }

  /** Follows into another area, behind a fade. */
  private async land(area: string, frame: GazeFrame): Promise<void> {
    if (this.landing) return;
    this.landing = true;
    const { world } = this.options;
    await world.arrived();
    const [x, y] = this.stand(frame);
    await world.travel(area, { x, y, facing: frame.facing }, () => {
      if (!this.following) return;
      this.show(frame);
      this.gaze.settle();
    });
    this.landing = false;
  }

  /** Keeps the body close to the guide, for the others to see it there. */
  private attend(frame: GazeFrame): void {
    this.looked = 0;
    const { world, hall } = this.options;
    if (this.landing || hall().areas[frame.area]?.id !== world.area.value.id) return;
    const { walker } = world;
    const [x, y] = this.stand(frame);
    const away = Math.hypot(x - walker.x, y - walker.y);
    if (away < CLOSE || walker.goal) return;
    if (away > FAR || this.options.still() || !world.walkTo([x, y])) walker.place(walker.footing, { x, y, facing: frame.facing });
  }

  private stand(frame: GazeFrame): readonly [number, number] {
    const numbers = [...(this.member?.group.followers.keys() ?? [])];
    const [dx, dy] = standOf(Math.max(0, numbers.indexOf(this.line?.state.value.me ?? -1)), frame.facing);
    return [frame.x + dx, frame.y + dy];
  }

  /** The eyes ease back to the visitor's own, who looks where the guide looked. */
  private letGo(): void {
    if (this.gaze.target === null) return;
    this.options.world.walker.stop();
    this.options.world.turnToView();
    this.gaze.target = null;
  }

  /** Shows what the guide points at: a mark, and its card where it stands here and nothing else is read. */
  private point(highlight: string | null): void {
    const { stage, world, hall } = this.options;
    const placement = world.area.value.placements.find(({ id }) => id === highlight);
    stage.point(placement ? pointedAt(hall(), placement) : null);
    if (highlight === this.pointed) return;
    const { view } = this.options.interface;
    if (placement && this.following) this.options.interface.show({ selected: placement.id });
    else if (!highlight && view.selected === this.pointed) this.options.interface.show({ selected: null });
    this.pointed = highlight;
  }

  /** The visitor came to another area: what is pointed at may be here. */
  entered(): void {
    this.point(this.member?.group.highlight ?? null);
  }

  private wish<Name extends WishName>(name: Name, payload: Payload<Name>): Promise<Refusal | null> {
    return this.line ? this.line.wish(name, payload) : Promise.resolve(null);
  }

  private say(notice: GroupView["notice"]): void {
    this.notice = notice;
    this.tell();
  }

  private tell(): void {
    const { member } = this;
    const view: GroupView | null = member
      ? {
          code: member.code, role: member.role, guide: member.group.guide, follows: this.following,
          quiet: this.following && this.silent > QUIET, highlight: member.group.highlight, followers: member.group.followers, notice: this.notice,
        }
      : this.notice && { code: "", role: "none", guide: 0, follows: false, quiet: false, highlight: null, followers: new Map(), notice: this.notice };
    const key = view ? JSON.stringify({ ...view, followers: [...view.followers] }) : "";
    if (key === this.told) return;
    this.told = key;
    this.options.interface.show({ group: view });
  }
}

const viewOf = ({ x, y, facing, pitch }: GazeFrame): View => ({ x, y, height: EYE_HEIGHT, facing, pitch });

function pointedAt(hall: Manifest, { model, at, elevation, scale }: Placement): Pointed {
  const { radius = 1, height = 0 } = hall.models[model] ?? {};
  return { at, radius: radius * scale + 0.6, top: elevation + (height || radius) * scale };
}
