/** A booth of which something is kept, and its card. */
import type { Card, Memo } from "../../src/session/visit.js";

export const booth: Memo = { id: "a1", kind: "booth", area: "hall", number: "A1", name: { en: "Lathes", zh: "车床" } };
export const card: Card = {
  exhibitor: { en: "Acme", zh: "艾克" }, products: [{ en: "Lathes", zh: "车床" }], email: "info@example.com", url: "https://example.com", phone: "+1 202 555 0101",
};
