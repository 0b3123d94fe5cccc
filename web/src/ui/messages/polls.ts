/** What the interface says about polls, and what screens write of them. Both languages have the same keys: tsc sees to it. */
import type { Language, Text } from "../../core/text.js";

const en = {
  polls: "Polls",
  oneChoice: "Choose one",
  severalChoices: "Choose one or more",
  voters: (count: number) => (count === 1 ? "1 person voted" : `${count} people voted`),
  result: (option: string, votes: number, percent: number) => `${option}: ${votes === 1 ? "1 vote" : `${votes} votes`}, ${percent}%`,
  chosen: "your choice",
  later: "The result is shown when the poll is over.",
  until: (time: string) => `until ${time}`,
  over: "Over",
  close: "End the poll",
  discard: "Take away",
  opened: (question: string) => `New poll: ${question}`,
  ended: (question: string) => `The poll is over: ${question}`,
  leads: (option: string, percent: number) => `Most votes: ${option}, ${percent}%`,
  tie: "Several options have the most votes.",
  noVotes: "Nobody voted.",
  vote: "Vote",
  newPoll: "New poll",
  question: "Question",
  option: (number: number) => `Option ${number}`,
  english: "English",
  chinese: "Chinese",
  oneLanguage: "One language is enough; the other may be left empty.",
  more: "One more option",
  fewer: "One option less",
  several: "Several may be chosen",
  hide: "Show the result only when it is over",
  duration: "Ends",
  byHand: "When I end it",
  minutes: (count: number) => (count === 1 ? "After 1 minute" : `After ${count} minutes`),
  open: "Open the poll",
  unsent: "Not opened: there is no connection.",
};

type Said<T> = { readonly [Key in keyof T]: T[Key] extends (...args: infer Args) => string ? (...args: Args) => string : string };
export type PollWords = Said<typeof en>;

const zh: PollWords = {
  polls: "投票",
  oneChoice: "单选",
  severalChoices: "可多选",
  voters: (count) => `${count} 人已投票`,
  result: (option, votes, percent) => `${option}：${votes} 票，${percent}%`,
  chosen: "您的选择",
  later: "投票结束后显示结果。",
  until: (time) => `${time} 截止`,
  over: "已结束",
  close: "结束投票",
  discard: "移除",
  opened: (question) => `新投票：${question}`,
  ended: (question) => `投票已结束：${question}`,
  leads: (option, percent) => `得票最多：${option}，${percent}%`,
  tie: "多个选项并列第一。",
  noVotes: "无人投票。",
  vote: "去投票",
  newPoll: "发起投票",
  question: "问题",
  option: (number) => `选项 ${number}`,
  english: "英文",
  chinese: "中文",
  oneLanguage: "填写一种语言即可，另一种可留空。",
  more: "增加选项",
  fewer: "减少选项",
  several: "可多选",
  hide: "结束后才显示结果",
  duration: "截止",
  byHand: "由我结束",
  minutes: (count) => `${count} 分钟后`,
  open: "发起",
  unsent: "未能发起：没有连接。",
};

export const pollWords: Readonly<Record<Language, PollWords>> = { en, zh };

/** What the screen of a stage writes beside a poll. */
export const POLL = {
  open: { en: "Vote now", zh: "正在投票" },
  over: { en: "Result", zh: "投票结果" },
  several: { en: "choose one or more", zh: "可多选" },
  one: { en: "choose one", zh: "单选" },
  hidden: { en: "Result at the end", zh: "结束后公布结果" },
} as const satisfies Readonly<Record<string, Text>>;

/** How many people have voted. */
export const votersOf = (count: number): Text => ({ en: count === 1 ? "1 vote" : `${String(count)} votes`, zh: `${String(count)} 人投票` });
