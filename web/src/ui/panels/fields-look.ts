/** How fields of forms look, where a panel has some. */
import { css } from "lit";

export const fieldsLook = css`
  :where(input:not([type="checkbox"], [type="radio"], [type="range"]), textarea, select) {
    font: inherit;
    font-size: 16px; /* smaller, and iPhones zoom into the page */
    width: 100%;
    min-width: 0;
    min-height: 44px;
    padding: 8px 12px;
    color: var(--ink);
    background: var(--ground-2);
    border: 1px solid var(--ink-2);
    border-radius: var(--radius);
  }
  textarea {
    resize: vertical;
  }
`;
