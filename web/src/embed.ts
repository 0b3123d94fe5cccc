/** `/embed.js`, for pages of other sites: gives them `<hallwright-view>` (docs/formats/embed.md). */
import { HallwrightView } from "./embed/view.js";

HallwrightView.home = new URL(import.meta.url).origin;
// A page may load the script twice, of two halls: the first stays, and `src` names the other hall.
if (!customElements.get("hallwright-view")) customElements.define("hallwright-view", HallwrightView);
