/** The secrets of one's letters: kept on this device, and nowhere else. Storage may be forbidden: they last as long as the page, then. */
import type { Shelf } from "./keeping.js";

const MOST = 50;
/** What a secret looks like, of letters and of meetings. */
export const SECRET = /^[A-Za-z0-9_-]{32,64}$/;
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

export class LetterKeys {
  private readonly key: string;
  private held: readonly string[] = [];

  /** `shelf` is asked each time: browsers throw where storage is forbidden. */
  constructor(venue: string, private readonly shelf: () => Shelf) {
    this.key = `hallwright.letters.${venue}`;
  }

  /** The newest last. */
  get secrets(): readonly string[] {
    try {
      const stored: unknown = JSON.parse(this.shelf().getItem(this.key) ?? "[]");
      if (Array.isArray(stored)) return [...new Set([...stored.filter((each): each is string => typeof each === "string" && SECRET.test(each)), ...this.held])].slice(-MOST);
    } catch {
      // forbidden, or not ours
    }
    return this.held;
  }

  keep(secret: string): void {
    this.write([...this.secrets.filter((each) => each !== secret), secret].slice(-MOST));
  }

  forget(secret: string): void {
    this.write(this.secrets.filter((each) => each !== secret));
  }

  private write(secrets: readonly string[]): void {
    this.held = secrets;
    try {
      this.shelf().setItem(this.key, JSON.stringify(secrets));
      this.held = [];
    } catch {
      // as long as the page lasts
    }
  }
}

/** A secret that nobody guesses: 192 bits. */
export function freshSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32));
  return [...bytes].map((byte) => ALPHABET[byte % 64]).join("");
}
