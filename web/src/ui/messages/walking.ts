/** What newcomers are told of walking, and how a hall becomes an app where the browser does not ask. */
import type { Language } from "../../core/text.js";

const en = {
  byTouch: "Walk with the ring, look by dragging.",
  byKeys: "Walk with the arrow keys or W A S D, look by dragging.",
  byArrows: "Walk with the arrow keys, look by dragging.",
  homeScreen: "As an app: press Share, then “Add to Home Screen”.",
};

const zh: typeof en = {
  byTouch: "推动圆环行走，拖动画面环顾。",
  byKeys: "用方向键或 W A S D 行走，拖动画面环顾。",
  byArrows: "用方向键行走，拖动画面环顾。",
  homeScreen: "作为应用使用：点“分享”，再选“添加到主屏幕”。",
};

export const walkingWords: Readonly<Record<Language, typeof en>> = { en, zh };
