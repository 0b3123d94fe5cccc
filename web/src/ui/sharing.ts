/** Hands a link to others: by what a phone shares with, else by the clipboard. */

/** `shown`: neither can be had, and the link must be read off. `left`: the visitor thought better of it. */
export type Shared = "shared" | "copied" | "shown" | "left";

/** Whether this is a phone that has a way of sharing. */
export const shares = (): boolean => matchMedia("(pointer: coarse)").matches && "share" in navigator;

export async function share(url: string, title: string): Promise<Shared> {
  if (shares()) {
    try {
      await navigator.share({ title, url });
      return "shared";
    } catch (error) {
      if (error instanceof DOMException && error.name === "AbortError") return "left";
    }
  }
  try {
    await navigator.clipboard.writeText(url);
    return "copied";
  } catch {
    return "shown"; // not allowed, or not a secure page
  }
}
