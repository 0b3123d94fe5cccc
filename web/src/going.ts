/** Going somewhere in the venue: on foot when it is near, else behind a fade, as always where motion is reduced; nobody is put where nobody can stand. */
import { distance, type Point } from "./core/plan.js";
import type { Destination } from "./ui/interface.js";
import type { World } from "./world.js";

/** Metres that somebody goes on foot rather than behind a fade. */
const ON_FOOT = 60;
/** Metres from a point of the plan to where one can stand, to still be what was meant. */
const MEANT = 3;

export class Going {
  /** `leaving` is called before: whoever was led or shown about goes on alone. */
  constructor(
    private readonly world: World,
    private readonly leaving: () => void,
    private readonly still: () => boolean,
  ) {}

  async to({ area, at, facing }: Destination): Promise<void> {
    const { world } = this;
    this.leaving();
    const { x, y } = world.walker;
    if (!this.still() && area === world.area.value.id && distance(at, [x, y]) < ON_FOOT && world.walkTo(at)) return;
    await world.arrived();
    await world.travel(area, { x: at[0], y: at[1], facing });
  }

  /** Goes to a point of a plan, looking on in the same direction unless `look` says another; resolves to whether somebody
   *  can stand there. */
  async toPoint(area: string, at: Point, look: number | null = null): Promise<boolean> {
    const { world } = this;
    const spot = await world.standing(area, at, MEANT);
    if (!spot) return false;
    const { x, y, facing } = world.walker;
    const here = area === world.area.value.id && distance(spot, [x, y]) > 0.5;
    void this.to({ area, at: spot, facing: look ?? (here ? Math.atan2(spot[0] - x, spot[1] - y) : facing) });
    return true;
  }
}
