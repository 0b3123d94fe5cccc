/** A poll on the screen of a stage: its bars go to their new lengths, at once where motion is reduced. */
import type { Moment } from "./display.js";
import type { Poll } from "./protocol/polls.js";
import { isOver, onScreen, shares } from "./session/polls.js";
import { drawPoll } from "./ui/poll-drawing.js";

/** ms that bars take to a new length, and between two paintings meanwhile. */
const GROWING = 900;
const STEP = 60;

export class PollFace {
  private poll: Poll | null = null;
  private from: readonly number[] = [];
  private changedAt = -Infinity;
  private painted = "";

  constructor(private readonly stream: string) {}

  wanted(moment: Moment): boolean {
    return this.at(moment) !== null;
  }

  /** Something else is shown now. */
  leave(): void {
    [this.poll, this.painted] = [null, ""];
  }

  /** Paints what is due; returns whether anything was. */
  paint(pen: CanvasRenderingContext2D, moment: Moment): boolean {
    const poll = this.at(moment);
    if (!poll) return false;
    this.take(poll, moment.now);
    const bars = this.bars(poll, moment);
    const over = isOver(poll, moment.server * 1000);
    const left = over || poll.ends === null ? null : Math.ceil(Math.max(0, poll.ends - moment.server * 1000) / 1000);
    const version = JSON.stringify([poll.seq, poll.voters, poll.counts, bars, over, moment.still ? null : left, moment.first, moment.letters]);
    if (version === this.painted) return false;
    this.painted = version;
    drawPoll(pen, pen.canvas.width, pen.canvas.height, { poll, bars, over, left: moment.still ? null : left, first: moment.first });
    return true;
  }

  private at({ pollsOf, server }: Moment): Poll | null {
    return onScreen(pollsOf(this.stream), server * 1000);
  }

  /** Takes in what changed; bars begin where they are. */
  private take(poll: Poll, now: number): void {
    if (poll === this.poll) return;
    const same = poll.seq === this.poll?.seq;
    if (!same || JSON.stringify(poll.counts) !== JSON.stringify(this.poll?.counts)) {
      this.from = same && this.poll ? this.grown(this.poll, now) : [];
      this.changedAt = now;
    }
    this.poll = poll;
  }

  private bars(poll: Poll, { now, still }: Moment): readonly number[] {
    return still ? shares(poll) : this.grown(poll, now);
  }

  /** Lengths on their way: quick at first, in steps. */
  private grown(poll: Poll, now: number): readonly number[] {
    const gone = Math.floor((now - this.changedAt) / STEP) * STEP;
    const way = 1 - (1 - Math.min(1, Math.max(0, gone / GROWING))) ** 3;
    return shares(poll).map((share, index) => {
      const from = this.from[index] ?? 0;
      return from + (share - from) * way;
    });
  }
}
