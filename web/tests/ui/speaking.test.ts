import { afterEach, describe, expect, it, vi } from "vitest";
import { hears, listen, readAloud, reads } from "../../src/ui/speaking.js";

class Recognition extends EventTarget {
  static made: Recognition[] = [];
  lang = "";
  start = vi.fn();
  stop = vi.fn();
  constructor() {
    super();
    Recognition.made.push(this);
  }
  says(words: string): void {
    this.dispatchEvent(Object.assign(new Event("result"), { results: [[{ transcript: words }]] }));
  }
}

afterEach(() => {
  vi.unstubAllGlobals();
  Recognition.made = [];
});

describe("asking by voice", () => {
  it("is offered only where the browser hears", () => {
    expect(hears()).toBe(false);
    vi.stubGlobal("webkitSpeechRecognition", Recognition);
    expect(hears()).toBe(true);
    expect(Recognition.made).toEqual([]);
  });

  it("hears a sentence in the visitor's language, and says how it ended", () => {
    vi.stubGlobal("SpeechRecognition", Recognition);
    const heard = vi.fn();
    const ended = vi.fn();
    const stop = listen("zh", { heard, ended });
    const [recognition] = Recognition.made;
    expect(recognition?.lang).toBe("zh-CN");
    recognition?.says("火箭在哪里");
    expect(heard).toHaveBeenCalledWith("火箭在哪里");
    stop();
    expect(recognition?.stop).toHaveBeenCalled();
    recognition?.dispatchEvent(new Event("end"));
    expect(ended).toHaveBeenCalledWith("heard");
  });

  it.each([["not-allowed", "refused"], ["no-speech", "nothing"]])("tells of %s", (error, how) => {
    vi.stubGlobal("SpeechRecognition", Recognition);
    const ended = vi.fn();
    listen("en", { heard: vi.fn(), ended });
    const [recognition] = Recognition.made;
    recognition?.dispatchEvent(Object.assign(new Event("error"), { error }));
    recognition?.dispatchEvent(new Event("end"));
    expect(ended).toHaveBeenCalledWith(how);
  });
});

describe("reading aloud", () => {
  it("reads one text instead of another, where the browser can", () => {
    expect(reads()).toBe(false);
    readAloud("nothing happens", "en");
    const speechSynthesis = { cancel: vi.fn(), speak: vi.fn() };
    vi.stubGlobal("speechSynthesis", speechSynthesis);
    vi.stubGlobal("SpeechSynthesisUtterance", class {
      lang = "";
      constructor(readonly text: string) {}
    });
    readAloud("hello", "en");
    expect(speechSynthesis.cancel).toHaveBeenCalledTimes(1);
    expect(speechSynthesis.speak).toHaveBeenCalledWith(expect.objectContaining({ text: "hello", lang: "en" }));
    readAloud("", "en");
    expect(speechSynthesis.cancel).toHaveBeenCalledTimes(2);
    expect(speechSynthesis.speak).toHaveBeenCalledTimes(1);
  });
});
