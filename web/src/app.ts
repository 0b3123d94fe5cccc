/** Composes the rooms: nothing else knows both the hall in three dimensions and the interface. */
export async function startApp(page: Document): Promise<void> {
  page.documentElement.dataset["phase"] = "loading";
}
