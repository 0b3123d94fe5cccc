/** What somebody is called: their nickname, or their number until they choose one. */
import type { Person } from "../protocol/events.js";
import { say } from "./language.js";

export const nameOf = (person: Person): string => person.nickname || say().visitor(person.number);
