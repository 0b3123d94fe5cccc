/** The panels that can be opened, by the name that the menu, the keys and the address call them. */
export const PANELS = [
  "menu", "map", "guide", "programme", "talk", "letters", "meetings", "tours", "groups", "people", "desk", "visit", "name", "help", "settings",
] as const;
export type PanelName = (typeof PANELS)[number];
