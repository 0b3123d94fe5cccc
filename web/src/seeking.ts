/** Asks the server's search for a visitor: in their language, from where they are, and ready to write what it answers. */
import type { Manifest } from "./hall/manifest.js";
import { Searcher } from "./hall/searching.js";
import { answering } from "./answering.js";
import type { Intents, Interface } from "./ui/interface.js";
import { language } from "./ui/language.js";

/** What the interface asks when somebody looks for something or asks the guide; null while there is no hall. */
export function seeking(hall: () => Manifest | null, told: () => Interface): Pick<Intents, "search" | "guiding"> {
  const searcher = new Searcher({ origin: location.origin });
  const guide = answering(hall, told);
  const search: Intents["search"] = async (query, limit) => {
    const venue = hall()?.venue;
    if (venue === undefined) return null;
    const found = await searcher.find({ venue, query, limit, lang: language.value, area: told().view.area });
    told().write(found?.map(({ snippet }) => snippet?.zh ?? "") ?? []); // products are not in the manifest
    return found;
  };
  return { search, guiding: () => guide };
}
