import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Narration } from "../src/narration.js";

/** As much of the browser's speech as there is: it says nothing, and tells what it was given. */
class Utterance {
  lang = "";
  voice: SpeechSynthesisVoice | null = null;
  onend: (() => void) | null = null;
  onerror: (() => void) | null = null;
  constructor(readonly text: string) {}
}
const voice = (lang: string): SpeechSynthesisVoice => ({ lang, name: lang, default: false, localService: true, voiceURI: lang });

class Speech {
  voices: SpeechSynthesisVoice[] = [];
  queue: Utterance[] = [];
  cancelled = 0;
  getVoices(): SpeechSynthesisVoice[] {
    return this.voices;
  }
  speak(utterance: Utterance): void {
    this.queue.push(utterance);
  }
  cancel(): void {
    this.cancelled += 1;
    // Browsers end what they break off, later than the next is begun.
    const broken = this.queue.splice(0);
    queueMicrotask(() => broken.forEach(({ onerror }) => onerror?.()));
  }
  /** The sentence that is said now comes to its end. */
  finish(): void {
    this.queue.shift()?.onend?.();
  }
}

const page = globalThis as { speechSynthesis?: unknown; SpeechSynthesisUtterance?: unknown };

describe("the narration", () => {
  let speech: Speech;
  let narration: Narration;
  const chosen = (): readonly (string | undefined)[] => speech.queue.map((each) => each.voice?.lang);

  beforeEach(() => {
    speech = new Speech();
    Object.assign(page, { speechSynthesis: speech, SpeechSynthesisUtterance: Utterance });
    narration = new Narration();
  });
  afterEach(() => {
    delete page.speechSynthesis;
    delete page.SpeechSynthesisUtterance;
  });

  it("says sentence after sentence, in their language", () => {
    narration.say(["One.", "Two."], "en");
    expect(speech.queue.map(({ text, lang }) => [text, lang])).toEqual([["One.", "en-US"], ["Two.", "en-US"]]);
    narration.say(["一。"], "zh");
    expect(speech.queue.map(({ text, lang }) => [text, lang])).toEqual([["一。", "zh-CN"]]);
  });

  it("has the voice of that country, else of that language, however its tag is written", () => {
    speech.voices = [voice("de-DE"), voice("en-GB"), voice("en_US"), voice("zh-TW"), voice("zh-CN")];
    narration.say(["One."], "en");
    expect(chosen()).toEqual(["en_US"]);
    narration.say(["一。"], "zh");
    expect(chosen()).toEqual(["zh-CN"]);
    speech.voices = [voice("de-DE"), voice("en-GB"), voice("zh-TW")];
    narration.say(["One."], "en");
    expect(chosen()).toEqual(["en-GB"]);
    narration.say(["一。"], "zh");
    expect(chosen()).toEqual(["zh-TW"]);
  });

  it("leaves the choice to the browser where no voice speaks the language", () => {
    speech.voices = [voice("de-DE")];
    narration.say(["一。"], "zh");
    expect(speech.queue.map((each) => each.voice)).toEqual([null]);
  });

  it("speaks until the last sentence has ended, or failed", () => {
    expect(narration.speaking).toBe(false);
    narration.say(["One.", "Two."], "en");
    speech.finish();
    expect(narration.speaking).toBe(true);
    speech.queue.shift()?.onerror?.();
    expect(narration.speaking).toBe(false);
  });

  it("is silent when it is hushed, and counts no end of what was broken off", async () => {
    narration.say(["One.", "Two."], "en");
    narration.hush();
    expect([narration.speaking, speech.queue.length]).toEqual([false, 0]);
    narration.say(["Three.", "Four."], "en");
    await Promise.resolve(); // the first two end now
    speech.finish();
    expect(narration.speaking).toBe(true);
    speech.finish();
    expect(narration.speaking).toBe(false);
  });

  it("does not speak where the browser cannot", () => {
    expect(narration.able).toBe(true);
    delete page.speechSynthesis;
    const mute = new Narration();
    expect(mute.able).toBe(false);
    mute.say(["One."], "en");
    expect(mute.speaking).toBe(false);
    mute.hush();
  });
});
