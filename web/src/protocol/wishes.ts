/** What pages may ask of the live hall, as the server describes it. */
import type { Wished } from "./generated/live.js";

export type WishName = keyof Wished;

/** What an event of this name brings. */
export type Payload<Name extends WishName> = Wished[Name]["payload"];
