/** Asks the guide for a visitor: in their language, from where they are, and ready to write what it answers. */
import { askGuide } from "./hall/answers.js";
import type { Manifest } from "./hall/manifest.js";
import type { GuideIntents } from "./ui/guide-view.js";
import type { Interface } from "./ui/interface.js";
import { language } from "./ui/language.js";

/** What the interface asks of the guide. */
export function answering(hall: () => Manifest | null, told: () => Interface): GuideIntents {
  return {
    ask: async (wanted, at) => {
      const venue = hall()?.venue;
      if (venue === undefined) return null;
      const found = await askGuide({ venue, wanted, lang: language.value, area: told().view.area, at });
      if (found.ok) told().write([found.value.text, ...found.value.citations.map(({ quote }) => quote)]);
      return found;
    },
  };
}
