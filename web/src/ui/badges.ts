/** What stands beside the name of somebody with a role, and of somebody who is muted: words, not only a colour. */
import { css, html, nothing, type TemplateResult } from "lit";
import type { Person } from "../protocol/events.js";
import { say } from "./language.js";

export const badgeLook = css`
  .badge {
    display: inline-block;
    margin-inline-start: 6px;
    padding: 1px 8px;
    font-size: 13px;
    font-weight: 600;
    white-space: nowrap;
    color: var(--on-accent);
    background: var(--accent);
    border-radius: 999px;
  }
  .badge[data-muted] {
    color: var(--ink-2);
    background: var(--ground-2);
  }
`;

/** The name of a role; empty for a visitor's. */
export const roleOf = ({ role }: Pick<Person, "role">): string => (say().roles as Readonly<Record<string, string>>)[role] ?? "";

export function badges(person: Pick<Person, "role" | "muted">): TemplateResult | typeof nothing {
  const role = roleOf(person);
  if (!role && !person.muted) return nothing;
  return html`${role ? html` <span class="badge" data-role=${person.role}>${role}</span>` : nothing}${
    person.muted ? html` <span class="badge" data-muted>${say().peopleMuted}</span>` : nothing}`;
}
