/** Where the page of the visit is. */
import { language } from "../language.js";

export const visitAddress = (venue: string): string => `/visit?venue=${encodeURIComponent(venue)}&lang=${language.value}`;
