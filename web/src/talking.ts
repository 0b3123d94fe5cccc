/** Where the visitor can talk, by where they are and whose card is open; what is heard there is shown. */
import { Calling } from "./calling.js";
import { distance, type Pose } from "./core/plan.js";
import { areaOf, type Manifest } from "./hall/manifest.js";
import { Letters } from "./letters.js";
import type { Live } from "./live.js";
import { Meetings } from "./meetings.js";
import { queueing } from "./queueing.js";
import type { Poll } from "./protocol/polls.js";
import type { Wave } from "./protocol/talk.js";
import type { TalkState } from "./session/talk.js";
import { unreadAfter } from "./session/talk.js";
import { PAGE, Talks } from "./talks.js";
import type { Interface, TalkIntents, TalkPlace, View } from "./ui/interface.js";
import type { MeetingIntents } from "./ui/meetings-view.js";
import type { QueueIntents } from "./ui/queue-view.js";

interface TalkingOptions {
  readonly live: Live;
  readonly interface: Interface;
  readonly hall: () => Manifest;
  readonly pose: () => Pose;
  /** Told of each wave around the visitor. */
  readonly cheered: (wave: Wave) => void;
}

/** Metres within which one is at a booth; within which one sees what goes on at a stage, and from which one does not any more. */
const AT_BOOTH = 12;
const SEES_STAGE = 60;
const LEAVES_STAGE = 72;
/** ms between two looks at what is near, and that a wave is shown. */
const LOOK = 1_000;
const SHOWN_FOR = 3_000;

export class Talking {
  readonly intents: TalkIntents;
  readonly calling: Calling;
  readonly meeting: MeetingIntents;
  readonly queuing: QueueIntents;
  private readonly talks: Talks;
  private readonly letters: Letters;
  private readonly read = new Map<string, number>();
  /** The stream of the stage that one sees. */
  private stage = "";
  private attending = false;
  private cheering: ReturnType<typeof setTimeout> | undefined;
  private ebbing: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly options: TalkingOptions) {
    const { live, interface: shown } = options;
    this.talks = new Talks(live);
    this.letters = new Letters({ live, interface: shown, venue: () => options.hall().venue, shelf: () => localStorage, origin: location.origin });
    this.calling = new Calling(options);
    this.meeting = new Meetings({ live, interface: shown, hall: options.hall, shelf: () => localStorage, origin: location.origin }).intents;
    this.queuing = queueing(live);
    this.intents = this.made();
    this.talks.states.watch(() => this.show());
    this.talks.waves.on("wave", (wave) => {
      const { stream, counts } = wave;
      options.cheered(wave);
      this.cheer(wave);
      if (stream !== this.at || !shown.view.talk.open) return;
      shown.show({ talk: { ...shown.view.talk, wave: counts } });
      clearTimeout(this.ebbing);
      this.ebbing = setTimeout(() => shown.show({ talk: { ...shown.view.talk, wave: {} } }), SHOWN_FOR);
    });
    shown.watch((view, before) => {
      if (view.area !== before.area || view.selected !== before.selected || view.hall !== before.hall) this.look();
    });
    setInterval(() => this.look(), LOOK);
    this.look();
  }

  /** Shows the wave of the area or of the stage for a moment. */
  private cheer({ stream, counts }: Wave): void {
    const { interface: shown } = this.options;
    if (stream !== this.stage && stream !== `talk/area/${shown.view.area}`) return;
    shown.show({ talk: { ...shown.view.talk, cheers: counts } });
    clearTimeout(this.cheering);
    this.cheering = setTimeout(() => shown.show({ talk: { ...shown.view.talk, cheers: {} } }), SHOWN_FOR);
  }

  /** The polls of a place, where the visitor hears of them. */
  polls(stream: string): readonly Poll[] {
    return this.talks.of(stream).polls;
  }

  /** Whether the place that was chosen is before the visitor's eyes. */
  private get reading(): boolean {
    return this.attending || this.options.interface.view.talk.open;
  }

  private get at(): string {
    return this.options.interface.view.talk.at;
  }

  /** Finds the places of now; one that is no more is left. */
  private look(): void {
    const { interface: shown } = this.options;
    const { talk, area } = shown.view;
    const places = this.places(shown.view);
    const own = `talk/area/${area}`;
    const at = places.some(({ stream }) => stream === talk.at) ? talk.at : own;
    if (!same(places, talk.places) || at !== talk.at) shown.show({ talk: { ...talk, places, at } });
    this.stage = this.seen();
    const wanted = new Set([own, ...(this.stage ? [this.stage] : []), ...(this.reading ? [at] : [])]);
    for (const stream of this.talks.states.value.keys()) if (!wanted.has(stream)) this.talks.unlisten(stream);
    for (const stream of wanted) void this.talks.listen(stream, this.reading && stream === at ? PAGE : 0);
    this.show();
  }

  /** The stream of the nearest stage, where one sees what goes on there. */
  private seen(): string {
    const area = areaOf(this.options.hall(), this.options.interface.view.area);
    const { x, y } = this.options.pose();
    const stages = (area?.stages ?? []).map(({ id, at }) => ({ stream: `talk/stage/${id}`, away: distance(at, [x, y]) }));
    const [nearest] = stages.sort((a, b) => a.away - b.away);
    return nearest && nearest.away < (nearest.stream === this.stage ? LEAVES_STAGE : SEES_STAGE) ? nearest.stream : "";
  }

  private places({ area: id, selected }: View): readonly TalkPlace[] {
    const hall = this.options.hall();
    const area = areaOf(hall, id);
    if (!area) return [];
    const { x, y } = this.options.pose();
    const nearest = <T extends { readonly at: readonly [number, number] }>(things: readonly T[], reach: number): T | undefined =>
      [...things].filter(({ at }) => distance(at, [x, y]) <= reach).sort((a, b) => distance(a.at, [x, y]) - distance(b.at, [x, y]))[0];
    const booth = area.booths.find((each) => each.id === selected) ?? nearest(area.booths, AT_BOOTH);
    const stage = nearest(area.stages, Infinity);
    return [
      { stream: `talk/area/${id}`, kind: "area", name: area.name },
      ...(booth ? [{ stream: `talk/booth/${booth.id}`, kind: "booth" as const, name: booth.name }] : []),
      ...(stage ? [{ stream: `talk/stage/${stage.id}`, kind: "stage" as const, name: stage.name }] : []),
    ];
  }

  /** Shows what is known of the place that is read, and how much of the area's talk was not seen. */
  private show(): void {
    const { interface: shown } = this.options;
    const { talk, area } = shown.view;
    const own = this.talks.of(`talk/area/${area}`);
    const known = this.talks.of(talk.at);
    const state = known.seq === null ? null : known;
    if (talk.open && state) this.read.set(talk.at, state.seq ?? 0);
    if (own.seq !== null && !this.read.has(own.stream)) this.read.set(own.stream, own.seq);
    const unread = own.seq === null ? 0 : unreadAfter(own, this.read.get(own.stream) ?? own.seq);
    const polls = [...new Set([own.stream, this.stage, talk.at])].flatMap((stream) => this.polls(stream).map((poll) => ({ stream, poll })));
    const same = polls.length === talk.polls.length && polls.every(({ poll }, index) => poll === talk.polls[index]?.poll);
    if (state === talk.state && unread === talk.unread && same) return;
    if (this.reading && state) shown.write(lettersOf(state, talk.state));
    if (!same) shown.write(polls.flatMap(({ poll: { question, options } }) => [question, ...options].flatMap(({ en, zh }) => [en, zh])));
    shown.show({ talk: { ...talk, state, unread, polls: same ? talk.polls : polls } });
  }

  private made(): TalkIntents {
    const { interface: shown } = this.options;
    return {
      open: (on) => {
        shown.show({ talk: { ...shown.view.talk, open: on, wave: {} } });
        this.look();
      },
      attend: (on) => {
        this.attending = on;
        this.look();
      },
      choose: (at) => {
        shown.show({ talk: { ...shown.view.talk, at, state: null, wave: {} } });
        this.look();
      },
      earlier: () => this.talks.earlier(this.at),
      write: (kind, text) => this.talks.write(kind, this.at, text),
      wish: (name, message) => this.talks.wish(name, this.at, { message }),
      vote: (question, on) => this.talks.vote(this.at, question, on),
      answer: (question, done) => this.talks.wish("answer", this.at, { question, done }),
      hide: (question, hidden) => this.talks.wish("hide", this.at, { question, hidden }),
      pace: (seconds) => this.talks.wish("pace", this.at, { seconds }),
      ballot: (poll, choices) => this.talks.ballot(this.at, poll, choices),
      openPoll: (poll) => this.talks.send("poll", this.at, poll),
      closePoll: (poll) => this.talks.wish("close_poll", this.at, { poll }),
      react: (reaction) => this.talks.react(this.at, reaction),
      letters: this.letters.intents,
    };
  }
}

const same = (a: readonly TalkPlace[], b: readonly TalkPlace[]): boolean =>
  a.length === b.length && a.every(({ stream, name }, index) => stream === b[index]?.stream && name === b[index]?.name);

/** What is new in a talk and has to be written. */
function lettersOf(state: TalkState, before: TalkState | null): readonly string[] {
  const known = before?.stream === state.stream ? (before.seq ?? 0) : 0;
  const all = [...state.messages, ...state.questions].filter(({ seq }) => seq > known);
  return all.flatMap(({ text, nickname }) => [text, nickname]);
}
