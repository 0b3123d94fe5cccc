/** How fields of forms look, where a panel has some. */
import { css } from "lit";

export const fieldsLook = css`
  input:not([type="checkbox"], [type="radio"]),
  textarea,
  select {
    font: inherit;
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
