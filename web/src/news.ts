/** What the page around an embedded hall is told when something else is shown: events, never names or positions. Pure. */
import { eventMessage } from "./protocol/embedding.js";
import type { View } from "./ui/interface.js";

/** Events that tell how `view` differs from `before`, in the order in which they make sense. */
export function newsOf(view: View, before: View): readonly object[] {
  const news: object[] = [];
  const [open, wasOpen] = [enterable(view), enterable(before)];
  if (view.phase === "failed" && before.phase !== "failed") news.push(eventMessage("error", { code: "unreachable" }));
  if (view.phase === "unsupported" && before.phase !== "unsupported") news.push(eventMessage("error", { code: "no_webgl" }));
  if (open && !wasOpen) news.push(eventMessage("ready", { venue: view.hall?.venue ?? "" }));
  if (open && (!wasOpen || view.area !== before.area)) news.push(eventMessage("area", { id: view.area }));
  if (open && view.zone !== (wasOpen ? before.zone : null)) news.push(eventMessage("zone", { id: view.zone }));
  if (view.phase === "walking" && before.phase !== "walking") news.push(eventMessage("enter", {}));
  if (view.selected !== before.selected) news.push(eventMessage("select", { id: view.selected }));
  const inspected = view.inspect?.placement ?? null;
  if (inspected !== (before.inspect?.placement ?? null)) news.push(eventMessage("inspect", { id: inspected }));
  return [...news, ...way(view, before)];
}

/** How it went with being led. */
function way({ led }: View, before: View): readonly object[] {
  if (!led || (led.state === before.led?.state && led.to === before.led.to)) return [];
  if (led.state === "arrived") return [eventMessage("arrive", { id: led.to })];
  return led.state === "failed" ? [eventMessage("error", { code: "no_way", id: led.to })] : [];
}

/** Whether one may enter, or has. */
const enterable = ({ phase, hall, progress }: View): boolean =>
  hall !== null && (phase === "walking" || (phase === "loading" && progress.ready));
