/** What the interface says about stages. Both languages have the same keys: tsc sees to it. */
import type { Language } from "../../core/text.js";

const en = {
  stage: (name: string) => `Stage: ${name}`,
  play: "Play",
  pause: "Pause",
  sound: "Sound",
  volume: "Volume",
  positional: "From the stage",
  captions: "Captions",
  off: "Off",
  en: "English",
  zh: "Chinese",
  lost: "The stream cannot be reached. Trying again…",
  loading: "The stream is loading…",
  over: "The stream is over.",
  slide: (number: number, count: number) => `Slide ${number} of ${count}`,
  sit: "Sit down",
  getUp: "Get up",
  sitting: (taken: number, all: number) => `${taken} of ${all} seats taken`,
  screen: "Screen",
  onScreen: "On the screen, for everyone",
  asPlanned: "By the programme",
  previous: "Previous slide",
  next: "Next slide",
  words: "Text on the screen",
  put: "Show text",
};

type Said<T> = { readonly [Key in keyof T]: T[Key] extends (...args: infer Args) => string ? (...args: Args) => string : string };
export type StageWords = Said<typeof en>;

const zh: StageWords = {
  stage: (name) => `舞台：${name}`,
  play: "播放",
  pause: "暂停",
  sound: "声音",
  volume: "音量",
  positional: "声音来自舞台",
  captions: "字幕",
  off: "关闭",
  en: "英文",
  zh: "中文",
  lost: "暂时无法连接直播，正在重试…",
  loading: "正在加载直播…",
  over: "直播已结束。",
  slide: (number, count) => `第 ${number} 页，共 ${count} 页`,
  sit: "入座",
  getUp: "起身",
  sitting: (taken, all) => `已有 ${taken} 人入座，共 ${all} 个座位`,
  screen: "屏幕",
  onScreen: "屏幕内容（所有人可见）",
  asPlanned: "按日程",
  previous: "上一页",
  next: "下一页",
  words: "屏幕文字",
  put: "显示文字",
};

export const stageWords: Readonly<Record<Language, StageWords>> = { en, zh };
