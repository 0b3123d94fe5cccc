/** The shape that both catalogues have. A key missing in one, or a parameter of another type, does not compile. */
import type { en } from "./en.js";

type Said<T> = T extends string
  ? string
  : T extends (...args: infer Args) => string
    ? (...args: Args) => string
    : { readonly [Key in keyof T]: Said<T[Key]> };

export type Messages = Said<typeof en>;
