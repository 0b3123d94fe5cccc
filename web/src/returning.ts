/** Tells when the page comes back: it was hidden or frozen, kept for going back to, or the whole device slept. */

/** Milliseconds away from which connections may have died unnoticed. */
const LONG = 3_000;
/** Milliseconds between two looks at the clock: a laptop that slept with its page in sight says nothing of it. */
const TICK = 1_000;

/** Calls `back` whenever the page is seen again, and says whether it was long away. */
export function onReturn(page: Window, back: (long: boolean) => void): void {
  const { document } = page;
  let left: number | null = null;
  const leave = (): void => void (left ??= Date.now()); // the steady clock may stand still while a device sleeps
  const come = (): void => {
    if (document.visibilityState === "hidden") return;
    const long = left !== null && Date.now() - left > LONG;
    left = null;
    ticked = Date.now();
    back(long);
  };
  let ticked = Date.now();
  setInterval(() => {
    const before = ticked;
    ticked = Date.now();
    if (ticked - before <= TICK + LONG) return;
    left ??= before;
    come();
  }, TICK);
  document.addEventListener("visibilitychange", () => (document.visibilityState === "hidden" ? leave() : come()));
  document.addEventListener("freeze", leave);
  document.addEventListener("resume", come);
  page.addEventListener("pagehide", leave);
  page.addEventListener("pageshow", ({ persisted }) => {
    if (persisted) come();
  });
}
