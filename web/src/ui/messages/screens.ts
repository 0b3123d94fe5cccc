/**
 * Words that are painted on screens in both languages at once. They are here so that the hall's font has their letters
 * (`build/characters.ts` reads this folder).
 */
import type { Text } from "../../core/text.js";

export const SIMULATED: Text = { en: "Simulated", zh: "模拟数据" };

/** States of machines, as the server calls them. */
export const STATES: Readonly<Record<string, Text>> = {
  running: { en: "Running", zh: "运行" },
  idle: { en: "Idle", zh: "待机" },
  setup: { en: "Set-up", zh: "调试" },
  fault: { en: "Fault", zh: "故障" },
};

export const DASHBOARDS = {
  devices: { en: "Machines", zh: "设备状态" },
  overall: { en: "Overall effectiveness", zh: "综合效率 OEE" },
  power: { en: "Power, kW", zh: "总功率 千瓦" },
  heat: { en: "Temperature, °C", zh: "温度 °C" },
  rate: { en: "Pieces a minute", zh: "每分钟产量" },
  history: { en: "Machines, last minute", zh: "近一分钟设备状态" },
  effectiveness: { en: "OEE, last minute", zh: "近一分钟综合效率" },
  shares: { en: "Power by machine, kW", zh: "各设备功率 千瓦" },
} as const satisfies Readonly<Record<string, Text>>;

export const FIELD_TITLE: Text = { en: "Field of passers-by", zh: "过往访客磁场" };
export const FIELD_MODEL: Text = { en: "Model: dipoles, 1/r³", zh: "模型：磁偶极 1/r³" };
export const NEAREST: Text = { en: "nearest visitor", zh: "最近访客" };

/** How many machines run, of how many. */
export const running = (count: number, all: number): Text => ({
  en: `${String(count)} of ${String(all)} run`, zh: `${String(count)}/${String(all)} 台运行`,
});

/** Names that the demo factory of our own server tells: their letters come along. */
export const RIDING = "锻压机 五轴加工中心 焊接机器人 热处理炉 喷涂线 装配单元";

export const UNVEILED_IN: Text = { en: "Unveiled in", zh: "距揭幕还有" };
export const UNVEILED_SOON: Text = { en: "To be unveiled", zh: "即将揭幕" };
/** What screens of stages say of sessions. */
export const STAGE = {
  now: { en: "Now", zh: "正在进行" },
  starts: { en: "Starts in", zh: "距开始" },
  minutes: { en: "min", zh: "分钟" },
} as const;

/** What browsers write of the days of the programme. */
export const WEEKDAYS = "周一二三四五六日";

/** What a screen says where its stream does not play. */
export const REEL = {
  asks: { en: "Press Play to watch", zh: "点击“播放”观看" },
  loading: { en: "The stream is loading…", zh: "正在加载直播…" },
  lost: { en: "The stream cannot be reached. Trying again…", zh: "暂时无法连接直播，正在重试…" },
} as const satisfies Readonly<Record<string, Text>>;
