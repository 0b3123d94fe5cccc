/** What the interface says about meetings outside their panel. Both languages have the same keys: tsc sees to it. */
import type { Language } from "../../core/text.js";
import type { MeetingTurn } from "../../session/meetings.js";

type Told = Readonly<Record<MeetingTurn, (who: string, when: string) => string>>;

const en = {
  meetings: "Meetings",
  meetThem: "Meet them",
  toAnswer: (count: number) => `${count} to answer`,
  news: "News of your meetings",
  show: "Show",
  buyer: "A buyer",
  running: "running now",
  told: {
    asked: (who) => `${who} would like to meet you`,
    agreed: (who) => `You and ${who} want to meet. You get the next slot that is free for both`,
    booked: (who, when) => `Your meeting with ${who} is booked: ${when}`,
    moved: (who, when) => `Your meeting with ${who} was moved to ${when}`,
    declined: (who) => `${who} cannot meet you`,
    cancelled: (who) => `The meeting with ${who} was cancelled`,
    missed: (who) => `You and ${who} missed each other. The slot was given back`,
    here: (who) => `${who} is there for your meeting`,
    soon: (who, when) => `Soon: your meeting with ${who}, ${when}`,
  } as Told,
  loading: "Loading…",
  failed: "This could not be loaded. Check your connection.",
  again: "Try again",
};

type Said<T> = { readonly [Key in keyof T]: T[Key] extends string ? string : T[Key] };

const zh: Said<typeof en> = {
  meetings: "洽谈",
  meetThem: "约洽谈",
  toAnswer: (count) => `${count} 个待答复`,
  news: "洽谈动态",
  show: "查看",
  buyer: "买家",
  running: "进行中",
  told: {
    asked: (who) => `${who}希望与您洽谈`,
    agreed: (who) => `您与${who}均有意洽谈，双方一有共同空闲即为您安排`,
    booked: (who, when) => `与${who}的洽谈已约定：${when}`,
    moved: (who, when) => `与${who}的洽谈已改至 ${when}`,
    declined: (who) => `${who}无法与您洽谈`,
    cancelled: (who) => `与${who}的洽谈已取消`,
    missed: (who) => `您与${who}未能见面，时段已释放`,
    here: (who) => `${who}已到场，等候洽谈`,
    soon: (who, when) => `即将开始：与${who}的洽谈，${when}`,
  },
  loading: "正在加载…",
  failed: "无法加载，请检查网络连接。",
  again: "重试",
};

export const meetingNewsWords: Readonly<Record<Language, Said<typeof en>>> = { en, zh };
