/** How many messages were not seen, on the way to them. */
import { html, nothing, type TemplateResult } from "lit";
import { language } from "../language.js";
import { talkWords } from "../messages/talk.js";
import type { TalkView } from "../talk-view.js";

const MOST_COUNTED = 99;

/** `letters`: messages in letters that were not seen, which count too. */
export function unseen({ unread: said, open }: TalkView, letters = 0): TemplateResult | typeof nothing {
  const unread = (open ? 0 : said) + letters;
  if (unread === 0) return nothing;
  const count = unread > MOST_COUNTED ? `${MOST_COUNTED}+` : `${unread}`;
  return html`<b class="unread" data-unread aria-label=${talkWords[language.value].unread(unread)}>${count}</b>`;
}
