/** The table of everything that the interface can show, in the order in which it is put up. */
import { doors } from "./doors.js";
import { farewells, notices } from "./notices.js";
import { doorway, panels } from "./panels.js";
import { roles } from "./roles.js";

export { doorway };
export const inside = [...panels, ...notices, ...roles, ...doors, ...farewells];
export const everything = [doorway, ...inside];
