/** What somebody is called: their nickname, or their number until they choose one. */
import type { Person } from "../protocol/events.js";
import { say } from "./language.js";

export const nameOf = (person: Person): string => person.nickname || say().visitor(person.number);

/** What stands over somebody's head: readers of the text tour are told apart, because they do not look up. */
export const tagOf = (person: Person): string => (person.via === "text" ? say().inText(nameOf(person)) : nameOf(person));
