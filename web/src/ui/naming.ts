/** What somebody is called: their nickname, or their number until they choose one. */
import type { Person } from "../protocol/events.js";
import { roleOf } from "./badges.js";
import { say } from "./language.js";

export const nameOf = (person: Person): string => person.nickname || say().visitor(person.number);

/** What stands over somebody's head: readers of the text tour are told apart, because they do not look up, and so are people with a role. */
export function tagOf(person: Person): string {
  const name = person.via === "text" ? say().inText(nameOf(person)) : nameOf(person);
  const role = roleOf(person);
  return role ? `${name} · ${role}` : name;
}
