/**
 * Whether a name and words of the visitor may be kept, as this browser remembers it: in a cookie, which the text tour's form
 * without scripts sets too. Where nothing may be kept, what one visited lasts as long as the tab.
 */
import type { Text } from "./core/text.js";
import { Emitter } from "./core/emitter.js";
import { signal, type Signal } from "./core/signal.js";
import type { Refusal } from "./protocol/events.js";
import { MeetingKey } from "./session/meeting-key.js";
import type { ConsentIntents, ConsentView } from "./ui/consent-view.js";

const COOKIE = "hallwright-consent";
const DAYS = 180;
const VISITS = "hallwright.visit.";
const MINE = "hallwright.mine.";
/** Earlier visits whose secrets are remembered, so that what was said then can be erased too. */
const MOST_MINE = 50;

type Jar = Pick<Document, "cookie">;

/** What the cookie says; null for nothing. */
export function consentIn(jar: Jar): boolean | null {
  const cookies = attempt(() => jar.cookie) ?? ""; // a frame may be forbidden to look
  const said = new RegExp(`(?:^|; )${COOKIE}=(yes|no)(?:;|$)`).exec(cookies)?.[1];
  return said === undefined ? null : said === "yes";
}

/** Where what one visited is kept: by consent on this device, else for as long as the tab. */
export const shelf = (jar: Jar = document): Storage => (consentIn(jar) === true ? localStorage : sessionStorage);

/** The server's side: it hears of the choice, tells what it keeps, and erases that. */
export interface Keeper {
  wish(name: string, payload?: object): Promise<Refusal | null>;
  call(name: string, payload: object): Promise<unknown>;
}

export class Consent implements ConsentIntents {
  readonly view: Signal<ConsentView>;
  /** All that was kept of the visitor is gone, the meetings too. */
  readonly gone = new Emitter<{ meetings: null }>();
  private readonly meetings: MeetingKey;
  /** The secret of the visit of now. */
  private session = "";
  private keeper: Keeper | null = null;
  private waiting: ((given: boolean) => void)[] = [];

  /** `erased`: told when the visitor's name is to be forgotten here too. */
  constructor(private readonly venue: string, private readonly jar: Jar, private readonly erased: () => void) {
    this.view = signal<ConsentView>({ choice: consentIn(jar), asking: false });
    this.meetings = new MeetingKey(venue, () => localStorage);
  }

  get given(): boolean | null {
    return this.view.value.choice;
  }

  /** From now on this server is told. */
  bind(keeper: Keeper): void {
    this.keeper = keeper;
  }

  /** The visit of now has this secret. */
  remember(session: string): void {
    this.session = session;
    if (this.given === true) attempt(() => localStorage.setItem(MINE + this.venue, JSON.stringify([...new Set([...this.mine(), session])].slice(-MOST_MINE))));
  }

  /** Something waits for consent: resolves to whether the visitor gave it. */
  ask(): Promise<boolean> {
    this.view.set({ ...this.view.value, asking: true });
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  decide(given: boolean): void {
    void this.settle(given);
  }

  dismiss(): void {
    this.release(false);
  }

  async everything(): Promise<object | null> {
    const account = await fetched("GET", "/api/v1/me/data");
    const server = account ? await this.withMeetings(account) : ((await this.keeper?.call("mine", this.own())) as { data?: object } | null)?.data;
    if (!server) return null;
    const here: Record<string, string> = {};
    for (const key of keysIn(localStorage)) here[key] = localStorage.getItem(key) ?? "";
    return { server, browser: here };
  }

  async erase(): Promise<Text | null> {
    const account = await fetched("GET", "/api/v1/me/data");
    const refused = account
      ? await this.eraseAccount()
      : await this.keeper?.wish("erase", this.own());
    if (refused) return "message" in refused ? refused.message : refused;
    if (this.meetings.kept) {
      this.gone.emit("meetings", null);
      this.meetings.release();
    }
    attempt(() => {
      for (const key of keysIn(localStorage)) if (key.startsWith(VISITS) || key.startsWith(MINE)) localStorage.removeItem(key);
      for (const key of keysIn(sessionStorage)) if (key.startsWith(VISITS)) sessionStorage.removeItem(key);
    });
    this.keep(false);
    this.erased();
    return null;
  }

  /** What says which of all that is kept is the visitor's. */
  private own(): { readonly sessions: readonly string[]; readonly meetings?: string } {
    const { kept } = this.meetings;
    return { sessions: this.mine(), ...(kept ? { meetings: kept } : {}) };
  }

  /** An account has no meetings: whoever has one may be a buyer besides. */
  private async withMeetings(account: object): Promise<object> {
    const secret = this.meetings.kept;
    const kept = secret ? ((await this.keeper?.call("meeting_mine", { secret })) as Readonly<Record<string, unknown>> | null) : null;
    return kept?.["ok"] === true ? { ...account, meetings: [{ id: kept["id"], profile: kept["profile"], meetings: kept["meetings"] }] } : account;
  }

  private async eraseAccount(): Promise<Refusal | Text | null> {
    const secret = this.meetings.kept;
    const refused = secret ? ((await this.keeper?.wish("meeting_forget", { secret })) ?? null) : null; // while one is who one is
    return refused ?? ((await fetched("DELETE", "/api/v1/me")) ? null : UNREACHED);
  }

  private async settle(given: boolean): Promise<void> {
    this.keep(given);
    if (given) this.remember(this.session);
    else this.erased();
    await this.keeper?.wish("consent", { given });
    this.release(given);
  }

  /** Remembers the choice; what one visited moves to where it may be. */
  private keep(given: boolean): void {
    const secure = globalThis.location?.protocol === "https:" ? "; Secure" : "";
    attempt(() => (this.jar.cookie = `${COOKIE}=${given ? "yes" : "no"}; Path=/; Max-Age=${DAYS * 86_400}; SameSite=Strict${secure}`));
    attempt(() => move(given ? sessionStorage : localStorage, given ? localStorage : sessionStorage));
    this.view.set({ ...this.view.value, choice: given });
  }

  private release(given: boolean): void {
    const waiting = this.waiting;
    this.waiting = [];
    this.view.set({ ...this.view.value, asking: false });
    for (const each of waiting) each(given);
  }

  private mine(): readonly string[] {
    const kept = attempt(() => JSON.parse(localStorage.getItem(MINE + this.venue) ?? "[]") as unknown);
    return Array.isArray(kept) ? kept.filter((each): each is string => typeof each === "string" && each !== "").slice(-MOST_MINE) : [];
  }
}

const UNREACHED: Text = { en: "", zh: "" };

const keysIn = (storage: Storage): readonly string[] =>
  Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? "").filter((key) => key.startsWith("hallwright."));

function move(from: Storage, to: Storage): void {
  for (const key of keysIn(from)) {
    if (!key.startsWith(VISITS)) continue;
    to.setItem(key, from.getItem(key) ?? "");
    from.removeItem(key);
  }
}

/** Storage may be forbidden or full. */
function attempt<T>(act: () => T): T | null {
  try {
    return act();
  } catch {
    return null;
  }
}

/** The answer of the server where this browser has an account, else null. */
async function fetched(method: "GET" | "DELETE", address: string): Promise<object | null> {
  const answer = await fetch(address, { method }).catch(() => null);
  return answer?.ok ? ((await answer.json()) as object) : null;
}
