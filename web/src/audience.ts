/** Seats before stages: the visitor looks from the one they have, and others are seen on theirs. */
import { wrapAngle } from "./core/math.js";
import type { Pose } from "./core/plan.js";
import type { Guide } from "./guide.js";
import type { Area } from "./hall/manifest.js";
import { seatPose } from "./hall/reels.js";
import type { Hand } from "./input/hand.js";
import type { Live } from "./live.js";
import { Seated } from "./movement/seated.js";
import type { SeatsTaken } from "./protocol/stages.js";
import type { CrowdPose } from "./session/crowd.js";
import type { SessionState } from "./session/state.js";
import type { Eye } from "./stage/eye.js";
import type { StagePerson } from "./stage/people.js";
import { tagOf } from "./ui/interface.js";
import type { World } from "./world.js";

/** Metres of the eyes of who sits; metres before and above them of what they look at first. */
const EYES = 1.22;
const AHEAD = 1;

/** Where somebody sits in an area; null for who stands, or sits elsewhere. */
export function seatOf(number: number, seats: SeatsTaken, area: Area): Pose | null {
  const taken = seats.get(number);
  const stage = taken?.area === area.id ? area.stages.find(({ id }) => id === taken.stage) : undefined;
  return taken && stage?.seating ? seatPose(stage, stage.seating, taken.seat) : null;
}

/** The others as they are drawn: whoever sits, on their seat. */
export function placed(poses: readonly CrowdPose[], { people, seats }: Pick<SessionState, "people" | "seats">, area: Area): readonly StagePerson[] {
  return poses.map((pose) => {
    const person = people.get(pose.number);
    const seat = seatOf(pose.number, seats, area);
    return { ...pose, ...seat, seated: seat !== null, name: person ? tagOf(person) : "", color: person?.color ?? pose.number };
  });
}

/** The eyes of who sits at a pose: they turn their head, and stay where they are. */
class Sitter implements Guide {
  private readonly head = new Seated();

  constructor(readonly pose: Pose) {}

  step(seconds: number, hand: Hand | null): void {
    if (hand) this.head.turn(hand.readLook(seconds));
  }

  get eye(): Eye {
    const { x, y, facing } = this.pose;
    return this.head.eye([x, y, EYES], [x + Math.sin(facing) * AHEAD, y + Math.cos(facing) * AHEAD, EYES]);
  }
}

export class Audience {
  private sitter: Sitter | null = null;

  constructor(private readonly world: Pick<World, "lend" | "regain" | "guided" | "area">, private readonly live: Pick<Live, "state" | "wish">) {}

  /** One frame: sits down where the server says, and gets up when somebody else takes the eyes. */
  frame(): void {
    const { me, seats } = this.live.state.value;
    const pose = me === null ? null : seatOf(me, seats, this.world.area.value);
    if (same(pose, this.sitter?.pose ?? null)) {
      if (this.sitter && this.world.guided !== this.sitter) this.rise();
      return;
    }
    if (this.sitter) this.world.regain(this.sitter);
    this.sitter = pose && new Sitter({ ...pose, facing: wrapAngle(pose.facing) });
    if (this.sitter) this.world.lend(this.sitter);
  }

  private rise(): void {
    this.sitter = null;
    void this.live.wish("stand", {});
  }
}

const same = (a: Pose | null, b: Pose | null): boolean => a?.x === b?.x && a?.y === b?.y;
