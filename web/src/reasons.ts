/** Why there is no hall, or no answer, where no server can say it. */
import type { Text } from "./core/text.js";
import type { FindingError } from "./hall/finding.js";
import type { Refusal } from "./protocol/events.js";

/** The answer to a wish while there is no server to tell it to. */
export const UNSENT: Refusal = { code: "offline", message: { en: "There is no connection.", zh: "当前没有连接。" } };

export const REASONS: Readonly<Record<FindingError, Text>> = {
  network: { en: "The server does not answer.", zh: "服务器没有响应。" },
  broken: { en: "The layout of this hall has problems; its organizer sees them listed.", zh: "展厅布局有错误，组织者可以看到详细列表。" },
  none: { en: "There is no such venue on this server.", zh: "此服务器上没有该场馆。" },
  format: { en: "This hall was published by another version; reload in a moment.", zh: "展厅由其他版本发布，请稍后刷新。" },
};
