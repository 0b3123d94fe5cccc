/** What one knows of one's letters, and of those to one's booths: pure reductions of what the server says. */
import type { LetterEvent, Line, Opened } from "../protocol/letters.js";

/** The lines with a newer one of the same letter, the latest first; an older one changes nothing. */
export function withLine(lines: readonly Line[], line: Line): readonly Line[] {
  const known = lines.find(({ letter }) => letter === line.letter);
  if (known && known.seq > line.seq) return lines;
  const merged = known?.of === undefined ? line : { ...line, of: known.of };
  return [merged, ...lines.filter(({ letter }) => letter !== line.letter)].sort((a, b) => b.last - a.last);
}

export const withoutLetter = (lines: readonly Line[], letter: string): readonly Line[] => lines.filter((line) => line.letter !== letter);

/** An opened letter after more of it was told: each event once, in order. */
export function withNews(before: Opened, news: Opened): Opened {
  if (before.letter !== news.letter) return before;
  const events = new Map<number, LetterEvent>([...before.events, ...news.events].map((event) => [event.seq, event]));
  const line = news.line.seq >= before.line.seq ? news.line : before.line;
  return { ...before, line, events: [...events.values()].sort((a, b) => a.seq - b.seq) };
}

export const unreadIn = (lines: readonly Line[]): number => lines.reduce((sum, { unread }) => sum + unread, 0);
