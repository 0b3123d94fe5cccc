/** How many messages were not seen, on the way to them. */
import { html, nothing, type TemplateResult } from "lit";
import { language } from "../language.js";
import { talkWords } from "../messages/talk.js";
import type { TalkView } from "../talk-view.js";

const MOST_COUNTED = 99;

export function unseen({ unread, open }: TalkView): TemplateResult | typeof nothing {
  if (unread === 0 || open) return nothing;
  const count = unread > MOST_COUNTED ? `${MOST_COUNTED}+` : `${unread}`;
  return html`<b class="unread" data-unread aria-label=${talkWords[language.value].unread(unread)}>${count}</b>`;
}
