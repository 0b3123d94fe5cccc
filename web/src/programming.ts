/** Keeps the programme as it is now before the visitor's eyes, and reminds them of what they asked for. */
import type { Manifest } from "./hall/manifest.js";
import type { Live } from "./live.js";
import { Reminders, type Shelf } from "./session/reminders.js";
import { type Session, Timetable } from "./session/timetable.js";
import type { Interface } from "./ui/interface.js";
import { read, say } from "./ui/language.js";
import type { Notice, ProgrammeIntents, ProgrammeView } from "./ui/programme/view.js";

/** ms between two looks at the clock. */
const EVERY = 1_000;
const MINUTE = 60_000;
const MOST = 10;
const NOTIFY = "hallwright.notify";

export interface ProgrammingOptions {
  readonly live: Pick<Live, "state" | "serverNow">;
  readonly interface: Pick<Interface, "show">;
  readonly hall: () => Manifest;
  readonly shelf: () => Shelf;
  readonly page: Pick<Document, "hidden">;
}

export class Programming implements ProgrammeIntents {
  private timetable: Timetable | null = null;
  private readonly reminders: Reminders;
  private notices: readonly Notice[] = [];
  private count = 0;
  /** What is shown, but for the clock's seconds. */
  private shown: readonly unknown[] = [];

  constructor(private readonly options: ProgrammingOptions) {
    this.reminders = new Reminders(options.hall().venue, options.shelf);
  }

  /** Looks at the clock from now on, and at once when something is changed live. */
  start(page: Window): void {
    page.setInterval(() => this.look(), EVERY);
    page.addEventListener("storage", () => {
      this.reminders.reread();
      this.look();
    });
    this.options.live.state.watch(() => this.look());
  }

  /** Shows what is so now. */
  look(): void {
    const sessions = this.sessions();
    const { programme } = this.options.hall();
    if (!programme) return this.show(null, []);
    const now = this.now();
    const due = this.reminders.due(sessions, now).map((reminder) => ({ ...reminder, number: (this.count += 1) }));
    for (const notice of due) this.tell(notice);
    if (due.length > 0) this.notices = [...this.notices, ...due].slice(-MOST);
    const reminded = sessions.filter((session) => this.reminders.has(session)).map(({ id }) => id);
    const minute = Math.floor(now / MINUTE);
    const view = { sessions, now, timezone: programme.timezone, reminded: new Set(reminded), notices: this.notices, notifying: this.notifying };
    this.show(view, [sessions, minute, reminded.join(" "), this.notices, this.notifying, programme]);
  }

  remind(session: string, on: boolean): void {
    const found = this.sessions().find(({ id }) => id === session);
    if (found) this.reminders.want(found, on);
    this.look();
  }

  async notify(on: boolean): Promise<void> {
    if (on && this.notifying !== "none") await Notification.requestPermission();
    try {
      this.options.shelf().setItem(NOTIFY, on ? "1" : "");
    } catch {
      // Then it is asked for again next time.
    }
    this.look();
  }

  dismiss(number: number): void {
    this.notices = this.notices.filter((notice) => notice.number !== number);
    this.look();
  }

  private sessions(): readonly Session[] {
    const { programme } = this.options.hall();
    if (!programme) return [];
    if (this.timetable?.programme !== programme) this.timetable = new Timetable(programme);
    return this.timetable.sessions(this.now(), this.options.live.state.value.sessions);
  }

  /** The server's clock, ms; the device's until the server was heard. */
  private now(): number {
    const { live } = this.options;
    return live.state.value.seq === null ? Date.now() : live.serverNow() * 1000;
  }

  private show(programme: ProgrammeView | null, told: readonly unknown[]): void {
    if (told.length === this.shown.length && told.every((each, i) => each === this.shown[i])) return;
    this.shown = told;
    this.options.interface.show({ programme });
  }

  private get notifying(): ProgrammeView["notifying"] {
    if (typeof Notification === "undefined") return "none";
    let asked = false;
    try {
      asked = this.options.shelf().getItem(NOTIFY) === "1";
    } catch {
      // Where nothing may be kept, nothing was asked for.
    }
    if (!asked) return "off";
    return Notification.permission === "granted" ? "on" : "refused";
  }

  /** To who looks elsewhere, by the browser. */
  private tell({ session, kind }: Notice): void {
    if (this.notifying !== "on" || !this.options.page.hidden) return;
    const body = kind === "cancelled" ? say().sessionCancelled : kind === "start" ? say().startsNow : say().reminder;
    try {
      new Notification(read(session.title), { body, tag: session.id });
    } catch {
      // Phones let only workers do it; the page says it when it is seen again.
    }
  }
}
