/**
 * Keeps the viewer and the halls that were seen, for the next visit and for when there is no network. A program of its own,
 * in one file: it shares no module with the page's. What is kept is named by its content, so that a new worker may take
 * over at once: no page ever gets a file of another version.
 */
import { Answers } from "./worker/answering.js";
import { kindOf } from "./worker/kinds.js";

/** As much of the worker's own world as is used here: the compiler knows the page's only. */
interface Extended extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Extended {
  readonly request: Request;
  readonly preloadResponse: Promise<Response | undefined>;
  respondWith(answer: Promise<Response>): void;
}
interface Told extends Extended {
  readonly data: unknown;
}
interface Worker extends EventTarget {
  readonly location: Location;
  readonly clients: { claim(): Promise<void> };
  readonly registration: { readonly navigationPreload?: { enable(): Promise<void> } };
  skipWaiting(): Promise<void>;
}

const worker = self as unknown as Worker;
const answers = new Answers(caches, (...asked) => fetch(...asked));
const on = <E extends Event>(name: string, heard: (event: E) => void): void => worker.addEventListener(name, (event) => heard(event as E));
/** What is done besides may fail: then it was not kept. */
const later = (event: Extended) => (work: Promise<unknown>) => event.waitUntil(work.catch(() => undefined));

on<Extended>("install", (event) => {
  event.waitUntil(answers.install().catch(() => undefined).then(() => worker.skipWaiting()));
});

on<Extended>("activate", (event) => {
  const early = Promise.resolve(worker.registration.navigationPreload?.enable()).catch(() => undefined);
  event.waitUntil(early.then(() => worker.clients.claim()));
});

on<Fetching>("fetch", (event) => {
  const { request } = event;
  const { method, url, mode, cache } = request;
  const kind = kindOf({ method, url, mode, cache, part: request.headers.has("Range") }, worker.location.origin);
  if (kind === "page") event.respondWith(answers.page(request, event.preloadResponse, later(event)));
  else if (kind === "asset") event.respondWith(answers.asset(request, later(event)));
  else if (kind === "file") event.respondWith(answers.file(request, later(event)));
  else if (kind !== null) event.respondWith(answers.latest(request, later(event)));
  // Another page: the browser has asked for it already, and would ask a second time.
  else if (mode === "navigate" && method === "GET") event.respondWith(event.preloadResponse.then((early) => early ?? fetch(request)));
});

/** The page tells what it had loaded before there was a worker. */
on<Told>("message", (event) => {
  const { loaded } = (event.data ?? {}) as { loaded?: unknown };
  if (!Array.isArray(loaded)) return;
  const { origin } = worker.location;
  const urls = [...new Set(loaded.filter((url): url is string => typeof url === "string"))];
  const kinds = urls.map((url) => ({ url, kind: kindOf({ method: "GET", url, mode: "cors", cache: "default", part: false }, origin) }));
  later(event)((async () => {
    for (const { url, kind } of kinds) {
      if (kind === "file") await answers.keep(url);
      else if (kind === "list" || kind === "manifest") await answers.keepLatest(url);
    }
  })());
});
