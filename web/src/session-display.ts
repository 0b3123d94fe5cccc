/** The screen of a stage: a poll that is held there, else what is on, or how long until the next of today begins. */
import { canvasOf, type Display, type Moment, WHOLE } from "./display.js";
import type { Manifest, StagePlace } from "./hall/manifest.js";
import { stagePane } from "./hall/panes.js";
import { PollFace } from "./poll-face.js";
import { type Session, standing, Timetable } from "./session/timetable.js";
import { drawSession } from "./ui/programme/drawing.js";

const PIXELS = 130; // a metre of screen: the small words of a poll are read from the last row
const WIDEST = 1536;
/** A session is told so long before it begins, ms. */
const AHEAD = 12 * 3_600_000;

export class SessionDisplay implements Display {
  readonly id: string;
  readonly at: StagePlace["at"];
  readonly shown: Display["shown"];
  readonly canvas: HTMLCanvasElement;
  readonly reach = 60;
  private timetable: Timetable | null = null;
  private painted = "";
  private readonly poll: PollFace;

  constructor(private readonly area: string, private readonly stage: StagePlace, private readonly hall: () => Manifest, private readonly taken: () => boolean = () => false) {
    this.id = `stage/${stage.id}`;
    this.at = stage.at;
    this.poll = new PollFace(`talk/stage/${stage.id}`);
    const pane = stagePane(stage);
    this.shown = pane ? [{ pane, part: WHOLE }] : [];
    const width = Math.min(WIDEST, (pane?.width ?? 1) * PIXELS);
    this.canvas = canvasOf(width, (width * (pane?.height ?? 1)) / (pane?.width ?? 1));
  }

  /** Whether there is nothing to tell, so that the screen shows what it was built with; or something else is shown there. */
  idle(moment: Moment): boolean {
    return !this.poll.wanted(moment) && (this.taken() || this.session(moment) === null);
  }

  paint(moment: Moment): boolean {
    const pen = this.canvas.getContext("2d");
    if (this.poll.wanted(moment)) {
      this.painted = "";
      return pen !== null && this.poll.paint(pen, moment);
    }
    this.poll.leave();
    const session = this.session(moment);
    if (!session || !pen) return false;
    const now = moment.server * 1000;
    // Where motion is reduced the clock of the screen goes by minutes.
    const shown = { session, now, first: moment.first, still: moment.still };
    const beat = standing(session, now) === "now" ? 0 : Math.ceil((session.starts - now) / (moment.still ? 60_000 : 1_000));
    const painted = JSON.stringify([session, beat, standing(session, now), moment.first, moment.still, moment.letters]);
    if (painted === this.painted) return false;
    this.painted = painted;
    drawSession(pen, this.canvas.width, this.canvas.height, shown);
    return true;
  }

  /** What is on at the stage, else what comes next there. */
  private session({ server, sessions }: Moment): Session | null {
    const { programme } = this.hall();
    if (!programme) return null;
    if (this.timetable?.programme !== programme) this.timetable = new Timetable(programme);
    const now = server * 1000;
    const here = this.timetable.sessions(now, sessions).filter(({ kind, place, area }) => kind === "stage" && place === this.stage.id && area === this.area);
    const open = here.filter((session) => ["now", "later"].includes(standing(session, now)) && session.starts - now < AHEAD);
    return open[0] ?? null;
  }
}
