/** Goes live: what is heard of the others is shown, and what moves them is drawn. */
import { Consent } from "./consent.js";
import { keepingOf, sharedKeeping } from "./keeping.js";
import { Live } from "./live.js";
import type { Performances } from "./performances.js";
import { myself, others } from "./session/state.js";
import { crowding } from "./ui/crowded.js";
import type { Interface } from "./ui/interface.js";
import type { World } from "./world.js";

export interface JoiningOptions {
  readonly world: World;
  readonly interface: Interface;
  readonly venue: string;
  /** Ids in the manifest's order. */
  readonly areas: readonly string[];
  readonly performances: () => Performances | null;
  /** The hall was published anew, or is as it was. */
  readonly revised: (revision: string) => void;
}

/** Milliseconds after which one connects though the hall is not there yet. */
const LATEST = 4_000;

/** Connects once one could enter: until then nobody sees the others, and a slow processor has enough to do. */
export function connectInTime(live: Live, world: World): void {
  let connected = false;
  const connect = (): void => {
    if (!connected) live.connect();
    connected = true;
  };
  setTimeout(connect, LATEST);
  world.loading.watch(({ ready }) => {
    if (ready) connect();
  });
}

/** The visitor's live side, which has yet to connect. */
export function goLive({ world, interface: shown, venue, areas, performances, revised }: JoiningOptions): Live {
  const consent = new Consent(venue, document, () => shown.forgetName());
  consent.view.watch((view) => shown.show({ consent: view }));
  const live = new Live({
    consent,
    origin: location.origin,
    venue, areas,
    area: world.area.value.id,
    nickname: shown.preferences.nickname,
    keep: keepingOf(window),
    shared: sharedKeeping(),
    stirred: () => world.pulse.nudge(),
  });
  live.status.watch((connection) => shown.show(connection === "online" ? { connection, kept: null } : { connection }));
  live.removal.watch((removal) => shown.show({ removal }));
  live.reports.watch((reports) => shown.show({ reports }));
  live.traffic.on("frame", ({ frame, arrived }) => performances()?.receive(frame, arrived));
  live.crowding.watch((now) => crowding.set(now));
  live.counts.watch((counts) => shown.show({ counts }));
  live.state.watch((state) => {
    const { announcements, revision, boards } = state;
    shown.show({ people: others(state), me: myself(state), announcements, boards });
    const { queues: lines } = state;
    if (lines !== shown.view.queues.lines) shown.show({ queues: { lines, ahead: live.serverNow() - Date.now() / 1000 } });
    if (revision) revised(revision);
    world.pulse.nudge();
  });
  return live;
}
