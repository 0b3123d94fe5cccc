/* The line and the processor of a phone, for scripts/bench phone: slow(context, page) slows a page and the service worker
   that answers it, and notes every byte; watch, run in the page, steps in as soon as that can be done. */

const CONDITIONS = { offline: false, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };
const SLOWER = 4;

/** Slows a page before it goes anywhere. Returns what came over the wire: [ms since 1970, bytes], ever growing. */
export async function slow(context, page) {
  const traffic = [];
  const session = await context.newCDPSession(page);
  note(session, traffic);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", CONDITIONS);
  await session.send("Emulation.setCPUThrottlingRate", { rate: SLOWER });
  await slowWorkers(context, traffic);
  return traffic;
}

const note = (session, traffic) => {
  session.on("Network.dataReceived", ({ encodedDataLength }) => traffic.push([Date.now(), encodedDataLength]));
  session.on("Network.responseReceived", ({ response }) => traffic.push([Date.now(), response.encodedDataLength ?? 0]));
};

/** Service workers fetch by themselves: their line must be as slow as the page's. */
async function slowWorkers(context, traffic) {
  const session = await context.browser().newBrowserCDPSession();
  let asked = 0;
  const send = (sessionId, method, params = {}) =>
    session.send("Target.sendMessageToTarget", { sessionId, message: JSON.stringify({ id: ++asked, method, params }) });
  session.on("Target.targetCreated", async ({ targetInfo: { type, targetId } }) => {
    if (type !== "service_worker") return;
    const { sessionId } = await session.send("Target.attachToTarget", { targetId, flatten: false });
    await send(sessionId, "Network.enable");
    await send(sessionId, "Network.emulateNetworkConditions", CONDITIONS);
  });
  session.on("Target.receivedMessageFromTarget", ({ message }) => {
    const { method, params } = JSON.parse(message);
    if (method === "Network.dataReceived") traffic.push([Date.now(), params.encodedDataLength]);
  });
  await session.send("Target.setDiscoverTargets", { discover: true });
}

/** Bytes until a moment of the page's own time, of which only the sum is asked: `ready` ms after its first byte was noted. */
export function bytesOf(traffic, ready) {
  const start = traffic[0]?.[0] ?? 0;
  return traffic.filter(([at]) => at - start <= ready).reduce((sum, [, bytes]) => sum + bytes, 0);
}

/** In the page, before its own scripts: steps in as a finger would once the button can be pressed, and notes when the hall was
 *  drawn after that; notes tasks that kept the page from answering. */
export function watch() {
  window.longTasks = [];
  new PerformanceObserver((list) => {
    for (const { startTime, duration } of list.getEntries()) window.longTasks.push({ at: startTime, took: duration });
  }).observe({ type: "longtask", buffered: true });
  const button = () => document.querySelector("hall-interface")?.shadowRoot?.querySelector("hall-loading-page")?.shadowRoot?.querySelector("button.enter:enabled");
  const entered = () => document.querySelector("hall-interface")?.shadowRoot?.querySelector("hall-whereabouts");
  const walking = () => (entered() ? requestAnimationFrame(() => (window.walkedAt = performance.now())) : setTimeout(walking, 20));
  const press = () => {
    const found = button();
    if (!found) return setTimeout(press, 20);
    found.click();
    walking();
  };
  press();
}
