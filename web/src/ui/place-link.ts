/** The link that leads to a place: of this hall, with nothing of the visitor's. */
export function placeLink(page: string, id: string): string {
  const link = new URL(page);
  const venue = link.searchParams.get("venue");
  link.hash = "";
  link.search = new URLSearchParams([...(venue ? [["venue", venue]] : []), ["to", id]]).toString();
  return link.href;
}
