/** Hears a question and reads an answer aloud, where the browser can. Nothing is heard before somebody asks for it. */
import type { Language } from "../core/text.js";
import { tags } from "./language.js";

/** As much of the Web Speech API as is used; browsers name its maker in two ways, and its types are not in every one. */
interface Recognition extends EventTarget {
  lang: string;
  start(): void;
  stop(): void;
  abort(): void;
}
interface Heard extends Event {
  readonly results: ArrayLike<ArrayLike<{ readonly transcript: string }>>;
}
type Maker = new () => Recognition;

const maker = (): Maker | undefined => {
  const made = globalThis as { SpeechRecognition?: Maker; webkitSpeechRecognition?: Maker };
  return made.SpeechRecognition ?? made.webkitSpeechRecognition;
};

/** Whether questions can be spoken, and answers read. */
export const hears = (): boolean => maker() !== undefined;
export const reads = (): boolean => "speechSynthesis" in globalThis;

export interface Hearing {
  /** What was said. */
  heard(words: string): void;
  /** It is over; `refused` when the microphone may not be used, `nothing` when there was nothing to understand. */
  ended(how: "heard" | "nothing" | "refused"): void;
}

/** Listens for one sentence; returns what stops it. */
export function listen(lang: Language, hearing: Hearing): () => void {
  const made = maker();
  if (!made) return () => undefined;
  const recognition = new made();
  let how: Parameters<Hearing["ended"]>[0] = "nothing";
  recognition.lang = tags[lang];
  recognition.addEventListener("result", (event) => {
    const words = (event as Heard).results[0]?.[0]?.transcript ?? "";
    if (words === "") return;
    how = "heard";
    hearing.heard(words);
  });
  recognition.addEventListener("error", (event) => {
    if ((event as Event & { error?: string }).error === "not-allowed") how = "refused";
  });
  recognition.addEventListener("end", () => hearing.ended(how));
  recognition.start();
  return () => recognition.stop();
}

/** Reads a text aloud, instead of what is being read; an empty one ends it. */
export function readAloud(text: string, lang: Language): void {
  if (!reads()) return;
  speechSynthesis.cancel();
  if (text === "") return;
  const words = new SpeechSynthesisUtterance(text);
  words.lang = tags[lang];
  speechSynthesis.speak(words);
}
