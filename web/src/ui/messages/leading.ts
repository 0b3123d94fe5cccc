/** What the interface says of being led, and of links to places. Both languages have the same keys: tsc sees to it. */
import type { Language } from "../../core/text.js";

const en = {
  stop: (number: number, of: number) => `Stop ${String(number)} of ${String(of)}`,
  next: "Next stop",
  stay: "You are there. Stay as long as you like, then go on to the next stop.",
  through: "Lead me through my bookmarks",
  /** What leaves the device for it: else nothing of a visit does. */
  asked: "For this the server is asked for the way over these places.",
  read: (name: string) => `Read about ${name}`,
  leadTo: (name: string) => `Lead me there: ${name}`,
  /** Keys of the field where one looks for something. */
  keys: "Arrow keys choose. Enter goes there, Shift and Enter lead you there, Ctrl and Enter open what is written about it.",
  pressed: "What to do there",
  about: "Read about it",
  spot: "This spot",
  unknown: (word: string) => `There is no place called “${word}” in this hall.`,
  elsewhere: "Look for it with the search.",
  copyLink: "Copy link",
  shareLink: "Share link",
  linkCopied: (name: string) => `The link to ${name} is copied.`,
};

const zh: typeof en = {
  stop: (number: number, of: number) => `第${String(number)}站，共${String(of)}站`,
  next: "下一站",
  stay: "您已到达。想停留多久都可以，然后前往下一站。",
  through: "带我逐一前往收藏的地点",
  asked: "为此需要向服务器查询经过这些地点的路线。",
  read: (name: string) => `查看 ${name} 的介绍`,
  leadTo: (name: string) => `带我去：${name}`,
  keys: "方向键选择，回车键前往，Shift+回车键带路，Ctrl+回车键查看介绍。",
  pressed: "对此处的操作",
  about: "查看介绍",
  spot: "此处",
  unknown: (word: string) => `本展馆中没有名为“${word}”的地点。`,
  elsewhere: "请用搜索查找。",
  copyLink: "复制链接",
  shareLink: "分享链接",
  linkCopied: (name: string) => `${name}的链接已复制。`,
};

export const leadWords: Readonly<Record<Language, typeof en>> = { en, zh };
