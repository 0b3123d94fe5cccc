/** Lets the service worker keep what was loaded, for the next visit and for when there is no network. */

const ADDRESS = "/service-worker.js";
/** ms after one has entered: what is seen around comes first. */
const LATER = 4_000;

/** Without a worker, or where the browser refuses it, the hall is as it is: only nothing is kept. */
export function keepForNextTime(page: Pick<Window, "setTimeout"> = window): void {
  if (!("serviceWorker" in navigator)) return;
  page.setTimeout(() => void register(navigator.serviceWorker).catch(() => undefined), LATER);
}

async function register(workers: ServiceWorkerContainer): Promise<void> {
  const known = workers.controller !== null;
  await workers.register(ADDRESS);
  const { active } = await workers.ready;
  if (known) return;
  // It answers from now on; what came before is told once.
  const loaded = performance.getEntriesByType("resource").map(({ name }) => name);
  active?.postMessage({ loaded });
}
