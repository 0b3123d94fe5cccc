/** The secret of one's meetings: kept on this device, and nowhere else. Storage may be forbidden: it lasts as long as the page, then. */
import type { Shelf } from "./keeping.js";
import { freshSecret, SECRET } from "./letter-keys.js";

export class MeetingKey {
  private readonly key: string;
  private held: string | null = null;
  private drawn = freshSecret();

  /** `shelf` is asked each time: browsers throw where storage is forbidden. */
  constructor(venue: string, private readonly shelf: () => Shelf) {
    this.key = `hallwright.meetings.${venue}`;
  }

  /** The secret under which something is kept; null for none. */
  get kept(): string | null {
    try {
      const stored = this.shelf().getItem(this.key);
      if (stored && SECRET.test(stored)) return stored;
    } catch {
      // forbidden
    }
    return this.held;
  }

  /** The secret that is used: the one that is kept, else one that was drawn for this page. */
  get secret(): string {
    return this.kept ?? this.drawn;
  }

  /** Something is kept under it from now on. */
  keep(): void {
    this.held = this.secret;
    this.write(this.held);
  }

  /** Nothing is kept under it: it may be used again. */
  release(): void {
    this.held = null;
    this.write("");
  }

  /** What was kept under it is gone; another is drawn. */
  forget(): void {
    this.release();
    this.drawn = freshSecret();
  }

  private write(secret: string): void {
    try {
      this.shelf().setItem(this.key, secret);
    } catch {
      // as long as the page lasts
    }
  }
}
