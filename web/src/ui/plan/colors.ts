/** Colours of the plan, light or dark. Zones bring their own, and never without their letter. */
export interface PlanColors {
  readonly floor: string;
  readonly edge: string;
  readonly wall: string;
  readonly aisle: string;
  readonly booth: string;
  readonly ink: string;
  readonly you: string;
  readonly halo: string;
  readonly other: string;
  /** What more people make denser: told apart by lightness alone. */
  readonly heat: string;
  /** The way one is led, and its casing. */
  readonly route: string;
  readonly casing: string;
  /** Where one has been. */
  readonly visited: string;
}

export const lightPlan: PlanColors = {
  floor: "#eef2f4", edge: "#7d8b96", wall: "#39454e", aisle: "#ffffff", booth: "#ffffff", ink: "#182128", you: "#12609f", halo: "#ffffff",
  other: "#39454e", heat: "#101a22", route: "#ffb000", casing: "#182128", visited: "#1d6b45",
};
export const darkPlan: PlanColors = {
  floor: "#202a32", edge: "#6a7983", wall: "#9fb0bc", aisle: "#2f3b44", booth: "#313d46", ink: "#f0f4f7", you: "#7fc0f5", halo: "#0b1218",
  other: "#e4ebf0", heat: "#ffffff", route: "#ffb000", casing: "#0b1218", visited: "#7fd3a8",
};

/** Colours of kinds of ground, mixed into the floor. */
export const GROUNDS: Readonly<Record<string, string>> = {
  lawn: "#4f9a55", meadow: "#86a33f", water: "#2f8fc4", path: "#b9a878", road: "#7a848b", runway: "#8b949b", plaza: "#b49b6a", field: "#7fa04a",
  bed: "#3f8a45", deck: "#a9804e",
};

/** A colour between two of `#rrggbb`. */
export function mixColors(a: string, b: string, share: number): string {
  const part = (color: string, at: number): number => Number.parseInt(color.slice(at, at + 2), 16);
  const mixed = [1, 3, 5].map((at) => Math.round(part(a, at) * (1 - share) + part(b, at) * share));
  return `rgb(${mixed.join(" ")})`;
}
