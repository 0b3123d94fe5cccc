/** What the interface says about what one might like next. Both languages have the same keys: tsc sees to it. */
import type { Language } from "../../core/text.js";

const en = {
  forYou: "For you",
  hint: "From what you stayed at and kept, worked out on this device.",
  because: (name: string) => `because of ${name}`,
};

const zh: typeof en = {
  forYou: "为您推荐",
  hint: "根据您停留和收藏的内容推荐，仅在本设备上计算。",
  because: (name: string) => `因为您看过${name}`,
};

export const forYouWords: Readonly<Record<Language, typeof en>> = { en, zh };
