/** The page of one's own visit: a light one, without the hall in 3D. It asks the server for the hall alone. */
import { Arriving } from "./arriving.js";
import { shelf } from "./consent.js";
import type { Manifest } from "./hall/manifest.js";
import { REASONS } from "./reasons.js";
import { Keeping } from "./session/keeping.js";
import { language, read, say, startLanguage } from "./ui/language.js";
import { VisitPage } from "./ui/pages/visit-page.js";
import { Typeface } from "./ui/typeface.js";
import { visitIntents } from "./visit-intents.js";

async function open(page: VisitPage): Promise<void> {
  const venue = new URLSearchParams(location.search).get("venue") ?? undefined;
  const arriving = new Arriving();
  page.addEventListener("retry", () => arriving.again());
  const { hall, files } = await arriving.find({ origin: location.origin, venue }, (error) => (page.reason = REASONS[error]));
  const typeface = new Typeface();
  typeface.holds(hall);
  if (hall.font) void typeface.dress(files + hall.font.url);
  language.watch(() => (document.title = say().visitOf(read(hall.name))));
  keep(page, hall, typeface);
}

function keep(page: VisitPage, hall: Manifest, typeface: Typeface): void {
  const keeping = new Keeping(hall.venue, shelf);
  addEventListener("storage", ({ key }) => {
    if (key === null || key === keeping.key) keeping.reread();
  });
  page.hall = hall;
  page.intents = visitIntents(keeping, () => hall);
  keeping.kept.watch((kept) => (page.kept = kept));
  keeping.visit.watch((visit) => {
    page.visit = visit;
    void typeface.write([...visit.things.values()].map(({ note }) => note));
  });
}

startLanguage();
const page = new VisitPage();
document.body.append(page);
void open(page);
