/** Whose pages may embed the hall and talk with it, as the server says (docs/formats/http.md). */
import { list, object, text } from "./decoding.js";

const embedding = object({ origins: list(text) });

/** Origins, or `*` for any; null when the server cannot be asked now. */
export async function fetchEmbedders(ask: typeof fetch = fetch): Promise<readonly string[] | null> {
  try {
    const response = await ask("/api/v1/embedding");
    return response.ok ? embedding(await response.json(), "").origins : null;
  } catch {
    return null;
  }
}
