/** What hosts can ask for: to announce, to direct shows and veils, to write boards, and for organizers to move sessions. */
import { releaseOf } from "./core/release.js";
import { phase, runs, type Timeline } from "./core/timeline.js";
import type { Manifest } from "./hall/manifest.js";
import type { Live } from "./live.js";
import { readRefusal, type Refusal } from "./protocol/events.js";
import type { Directed, HostIntents, SessionWish } from "./ui/hosting-view.js";

type Line = Pick<Live, "wish" | "state" | "serverNow">;

export function hosting(live: Line, hall: () => Manifest | null, send: typeof fetch = (...asked) => fetch(...asked)): HostIntents {
  return {
    announce: (text) => live.wish("announce", { text }),
    shows: () => directed(hall(), (show) => live.state.value.shows.get(show), live.serverNow()),
    direct: (show, action, value) => live.wish("direct", { show, action, ...(value === undefined ? {} : { value }) }),
    write: (board, changes) => live.wish("write", { board, changes }),
    move: (session, wish) => moved(hall(), session, wish, send),
  };
}

/** Sessions are moved over HTTP, where the browser's cookie says who asks. */
async function moved(hall: Manifest | null, session: string, wish: SessionWish, send: typeof fetch): Promise<Refusal | null> {
  const time = (value: number | null): string | null => (value === null ? null : new Date(value).toISOString());
  const { starts, ends, ...rest } = wish;
  const body = { ...rest, ...(starts === undefined ? {} : { starts: time(starts) }), ...(ends === undefined ? {} : { ends: time(ends) }) };
  const address = `/api/v1/venues/${encodeURIComponent(hall?.venue ?? "")}/programme/${encodeURIComponent(session)}`;
  const answer = await send(address, { method: "PATCH", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body) }).catch(() => null);
  if (answer?.ok) return null;
  const fault = (await answer?.json().catch(() => null)) as { error?: unknown } | null | undefined;
  return readRefusal(fault?.error ?? null);
}

/** The shows of the layout, then the veils, each as its timeline says. */
function directed(hall: Manifest | null, timelineOf: (show: string) => Timeline | undefined, now: number): readonly Directed[] {
  const shows = (hall?.shows ?? []).map(({ id, name }) => ({ id, name, kind: "show" as const }));
  const veils = (hall?.areas ?? []).flatMap(({ placements }) => placements.filter(({ release }) => release))
    .map(({ id, exhibit }) => ({ id: releaseOf(id), kind: "release" as const, name: hall?.exhibits.find((each) => each.id === exhibit)?.name ?? { en: id, zh: id } }));
  return [...shows, ...veils].flatMap((show) => {
    const timeline = timelineOf(show.id);
    return timeline ? [{ ...show, ...standing(timeline, now) }] : [];
  });
}

function standing(timeline: Timeline, now: number): Pick<Directed, "state" | "seconds"> {
  const seconds = phase(timeline, now);
  if (timeline.rate > 0 && timeline.epoch > now) return { state: "waiting", seconds: timeline.epoch - now };
  if (runs(timeline, now)) return { state: "running", seconds };
  if (timeline.rate > 0) return { state: "over", seconds };
  return { state: seconds > 0 ? "paused" : "resting", seconds };
}
