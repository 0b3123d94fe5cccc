/** What the interface says of devices on site. Both languages have the same keys: tsc sees to it. */
import type { Language, Text } from "../../core/text.js";

/** Behind what follows a device, on boards and screens. */
export const MARKS = {
  live: { en: "live", zh: "实时" },
  stale: { en: "out of date", zh: "数据过时" },
} as const satisfies Readonly<Record<string, Text>>;

const en = {
  title: "On site",
  live: "Live from the site",
  stale: (age: string) => `Out of date: nothing heard for ${age}`,
  unheard: "Nothing heard yet",
  people: (count: number) => (count === 1 ? "1 person" : `${count} people`),
  seconds: (count: number) => `${count} s`,
  minutes: (count: number) => `${count} min`,
  place: (x: string, y: string) => `at ${x}, ${y} m`,
  along: (metres: string) => `${metres} m along its way`,
};

const zh: typeof en = {
  title: "现场设备",
  live: "现场实时数据",
  stale: (age: string) => `数据过时：已 ${age}未收到数据`,
  unheard: "尚未收到数据",
  people: (count: number) => `${count} 人`,
  seconds: (count: number) => `${count} 秒`,
  minutes: (count: number) => `${count} 分钟`,
  place: (x: string, y: string) => `位于 ${x}，${y} 米`,
  along: (metres: string) => `沿路线 ${metres} 米`,
};

export const TWINS: Readonly<Record<Language, typeof en>> = { en, zh };
