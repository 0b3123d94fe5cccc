/** Without WebGL there is still the list of everything in the venue. */
import type { Found } from "./hall/finding.js";
import type { Interface } from "./ui/interface.js";

export async function explain(host: HTMLElement, shown: Interface, coming: Promise<Found>): Promise<void> {
  host.hidden = true;
  shown.show({ phase: "unsupported" });
  const { hall, files } = await coming;
  shown.show({ hall, area: hall.start.area });
  if (hall.font) void shown.dress(files + hall.font.url);
}
