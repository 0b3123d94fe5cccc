/** What the interface says about the guide that answers questions. Both languages have the same keys: tsc sees to it. */
import type { Language } from "../../core/text.js";

const en = {
  guide: "Guide",
  hint: "Ask about booths, exhibits, places and the programme. The guide knows only what this venue says of itself.",
  question: "Your question",
  ask: "Ask",
  asking: "Looking it up…",
  speak: "Ask by voice",
  overheard: "What you say may go to the maker of your browser, who writes it down.",
  listening: "Listening… press again to stop",
  unheard: "Nothing was understood. Try again, or write your question.",
  refused: "The microphone may not be used. You can write your question.",
  aloud: "Read answers aloud",
  answer: "Answer",
  sources: "What says so",
  go: (name: string) => `Take me there: ${name}`,
  more: (name: string) => `Tell me more: ${name}`,
  plan: "The stops",
  stay: (minutes: number) => (minutes === 1 ? "1 minute" : `${String(minutes)} minutes`),
  begins: (time: string) => `begins at ${time}`,
  start: "Start this plan",
  tries: "For example",
  examples: ["Where are the toilets?", "What is on now?", "Plan two hours on new energy for me"],
};

const zh: typeof en = {
  guide: "向导",
  hint: "可以询问展位、展品、地点和日程。向导只了解本展会自己公布的内容。",
  question: "您的问题",
  ask: "提问",
  asking: "正在查找……",
  speak: "语音提问",
  overheard: "语音可能会发送给浏览器厂商以识别成文字。",
  listening: "正在聆听……再按一次停止",
  unheard: "没有听清，请重试或输入文字。",
  refused: "无法使用麦克风，您可以输入文字提问。",
  aloud: "朗读回答",
  answer: "回答",
  sources: "依据",
  go: (name: string) => `带我去：${name}`,
  more: (name: string) => `更多介绍：${name}`,
  plan: "参观站点",
  stay: (minutes: number) => `${String(minutes)} 分钟`,
  begins: (time: string) => `${time} 开始`,
  start: "按此计划出发",
  tries: "例如",
  examples: ["卫生间在哪里？", "现在有什么活动？", "帮我安排两个小时的新能源参观"],
};

export const guideWords: Readonly<Record<Language, typeof en>> = { en, zh };
