/** Where a tab keeps what should survive a reload. In a frame of another site browsers may forbid that: it lasts as long as the page, then. */
import type { Keep } from "./live.js";

export class Keeping implements Keep {
  private readonly held = new Map<string, string>();

  /** `frame`: the name of the frame that the page is in. Two frames of one tab share its storage, and are two visitors. */
  constructor(private readonly frame = "", private readonly storage: () => Keep = () => sessionStorage) {}

  getItem(key: string): string | null {
    return this.attempt((storage) => storage.getItem(this.named(key))) ?? this.held.get(key) ?? null;
  }

  setItem(key: string, value: string): void {
    this.held.set(key, value);
    this.attempt((storage) => storage.setItem(this.named(key), value));
  }

  removeItem(key: string): void {
    this.held.delete(key);
    this.attempt((storage) => storage.removeItem(this.named(key)));
  }

  private named(key: string): string {
    return this.frame ? `${key}/${this.frame}` : key;
  }

  private attempt<T>(act: (storage: Keep) => T): T | null {
    try {
      return act(this.storage());
    } catch {
      return null; // forbidden, or full
    }
  }
}

/** What all tabs of this browser share. */
export const sharedKeeping = (): Keeping => new Keeping("", () => localStorage);

/** That of this page. */
export const keepingOf = (page: Window): Keeping => new Keeping(page.parent === page ? "" : page.name);
