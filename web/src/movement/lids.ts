/** Eyelids of somebody with a headset on: they close before one is elsewhere, and open once one is. Pure. */

/** Seconds from open to shut. */
const BLINK = 0.12;

export class Lids {
  /** 0 open … 1 shut; one begins with eyes shut. */
  dark = 1;
  private closers = 0;
  private waiting: { readonly dark: 0 | 1; readonly go: () => void }[] = [];

  /** Whether nobody wants them shut. */
  get lifted(): boolean {
    return this.closers === 0;
  }

  /** Resolves once they are shut; each who closes them opens them again. */
  close(): Promise<void> {
    this.closers += 1;
    return this.until(1);
  }

  /** Resolves once they are open, or somebody else wants them shut. */
  open(): Promise<void> {
    this.closers = Math.max(0, this.closers - 1);
    return this.lifted ? this.until(0) : Promise.resolve();
  }

  /** One frame. */
  step(seconds: number): void {
    const way = seconds / BLINK;
    this.dark = this.lifted ? Math.max(0, this.dark - way) : Math.min(1, this.dark + way);
    this.release(({ dark }) => dark === this.dark);
  }

  /** The headset is off: whoever waits goes on. */
  drop(): void {
    this.release(() => true);
  }

  private until(dark: 0 | 1): Promise<void> {
    return new Promise((go) => this.waiting.push({ dark, go }));
  }

  private release(due: (waiter: Lids["waiting"][number]) => boolean): void {
    const going = this.waiting.filter(due);
    this.waiting = this.waiting.filter((waiter) => !going.includes(waiter));
    for (const { go } of going) go();
  }
}
