/** Words said aloud by the browser's own voices, where it has any: nothing is fetched, nobody is asked for leave. */
import type { Language } from "./core/text.js";

const TAGS: Readonly<Record<Language, string>> = { en: "en-US", zh: "zh-CN" };

export class Narration {
  private said = 0;
  private waiting = 0;
  private readonly speech = globalThis.speechSynthesis as SpeechSynthesis | undefined;

  /** Whether this browser can speak at all. */
  get able(): boolean {
    return this.speech !== undefined && typeof SpeechSynthesisUtterance === "function";
  }

  /** Whether something is being said, or waits to be. */
  get speaking(): boolean {
    return this.waiting > 0;
  }

  /** Says these sentences, one after another, instead of what is being said. */
  say(sentences: readonly string[], language: Language): void {
    this.hush();
    if (!this.able) return;
    const turn = this.said;
    const voice = this.voiceOf(language);
    this.waiting = sentences.length;
    for (const sentence of sentences) {
      // Sentence by sentence: some voices fall silent in the middle of what is long.
      const utterance = new SpeechSynthesisUtterance(sentence);
      utterance.lang = TAGS[language];
      if (voice) utterance.voice = voice;
      utterance.onend = utterance.onerror = () => {
        if (turn === this.said) this.waiting -= 1;
      };
      this.speech?.speak(utterance);
    }
  }

  hush(): void {
    this.said += 1;
    this.waiting = 0;
    this.speech?.cancel();
  }

  private voiceOf(language: Language): SpeechSynthesisVoice | null {
    const voices = this.speech?.getVoices() ?? [];
    const tag = TAGS[language].toLowerCase();
    const spoken = voices.map((voice) => ({ voice, lang: voice.lang.toLowerCase().replace("_", "-") }));
    const exact = spoken.find(({ lang }) => lang === tag) ?? spoken.find(({ lang }) => lang.startsWith(language));
    return exact?.voice ?? null;
  }
}
