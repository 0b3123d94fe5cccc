/** What the script of the text tour says. Everything else on its pages is written by the server. */
import type { Language } from "../core/text.js";

export interface TextWords {
  readonly people: (count: number) => string;
  readonly nobody: string;
  readonly visitor: (number: number) => string;
  readonly you: string;
  readonly reads: string;
  readonly walks: string;
  readonly more: (count: number) => string;
  readonly nowIn: (place: string, people: string) => string;
  readonly announcement: (text: string) => string;
  readonly news: (name: string, what: string) => string;
  readonly allNews: (news: readonly string[]) => string;
  readonly moreNews: (count: number) => string;
  readonly rebuilt: string;
  readonly superseded: string;
  readonly kicked: string;
  readonly banned: string;
  readonly named: (name: string) => string;
  readonly unsaved: string;
  readonly unsaid: string;
  readonly withdraw: string;
}

export const textWords: Readonly<Record<Language, TextWords>> = {
  en: {
    people: (count) => (count === 1 ? "1 visitor here now" : `${count} visitors here now`),
    nobody: "Nobody is here now",
    visitor: (number) => `Visitor ${number}`,
    you: "you",
    reads: "reads the text tour",
    walks: "walks in 3D",
    more: (count) => `and ${count} more`,
    nowIn: (place, people) => `You are here: ${place}. ${people}.`,
    announcement: (text) => `Announcement: ${text}`,
    news: (name, what) => `${name}: ${what}`,
    allNews: (news) => news.join("; "),
    moreNews: (count) => (count === 1 ? "and 1 more change" : `and ${count} more changes`),
    rebuilt: "The venue has changed. Load this page again to read the newest.",
    kicked: "A moderator removed you from the venue. This page is no longer live; reload it to come back.",
    banned: "You are banned from this venue. This page is no longer live.",
    superseded: "You went on in another tab. This page is no longer live.",
    named: (name) => `The others now see you as ${name}.`,
    unsaved: "Not saved, because there is no connection. Try again in a moment.",
    unsaid: "Not sent, because there is no connection. Try again in a moment.",
    withdraw: "Take back",
  },
  zh: {
    people: (count) => `现有 ${count} 位观众`,
    nobody: "现在没有观众",
    visitor: (number) => `观众 ${number}`,
    you: "您",
    reads: "正在阅读文字导览",
    walks: "正在三维展厅中",
    more: (count) => `另有 ${count} 位`,
    nowIn: (place, people) => `您的位置：${place}。${people}。`,
    announcement: (text) => `公告：${text}`,
    news: (name, what) => `${name}：${what}`,
    allNews: (news) => news.join("；"),
    moreNews: (count) => `另有 ${count} 项变化`,
    rebuilt: "场馆内容已更新，重新加载本页即可查看。",
    kicked: "管理员已将您请离展会，本页不再实时更新；重新加载即可返回。",
    banned: "您已被禁止进入本展会，本页不再实时更新。",
    superseded: "您已在另一个标签页中继续参观，本页不再实时更新。",
    named: (name) => `其他观众现在看到您的名字是 ${name}。`,
    unsaved: "未能保存：当前没有连接，请稍后重试。",
    unsaid: "未能发送：当前没有连接，请稍后重试。",
    withdraw: "撤回",
  },
};
