/** How one reaches an exhibitor, as pairs of a list of words. */
import { html, nothing, type TemplateResult } from "lit";
import type { Card } from "../../session/visit.js";
import { read, say } from "../language.js";

export function contactOf({ products, email, url, phone }: Pick<Card, "products" | "email" | "url" | "phone">): TemplateResult {
  return html`${products.length > 0 ? html`<dt>${say().products}</dt><dd>${products.map(read).join(" · ")}</dd>` : nothing}
    ${url ? html`<dt>${say().website}</dt><dd><a href=${url} target="_blank" rel="noopener noreferrer">${bare(url)}</a></dd>` : nothing}
    ${email ? html`<dt>${say().email}</dt><dd><a href=${`mailto:${email}`}>${email}</a></dd>` : nothing}
    ${phone ? html`<dt>${say().phone}</dt><dd><a href=${`tel:${phone.replace(/[^\d+]/g, "")}`}>${phone}</a></dd>` : nothing}`;
}

const bare = (url: string): string => url.replace(/^https?:\/\//, "").replace(/\/$/, "");
