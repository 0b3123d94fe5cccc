/** How the lists of a visit look, on a screen and on paper. */
import { css } from "lit";

export const listsLook = css`
  :host {
    display: grid;
    gap: 20px;
  }
  h3 {
    display: flex;
    align-items: center;
    gap: 10px;
    font-size: 18px;
  }
  h3:focus,
  [data-nothing]:focus {
    outline: none;
  }
  h3 svg {
    color: var(--accent);
  }
  h4 {
    margin: 10px 0 2px;
    font-size: 14px;
    font-weight: 400;
    color: var(--ink-2);
  }
  [data-part="bookmark"] ul,
  [data-part="visited"] ul {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 340px), 1fr));
    gap: 0 32px;
  }
  [data-through] {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    margin-top: 8px;
    padding: 0 14px 0 10px;
    text-align: start;
  }
  /* Buttons are beside the name; what there is to read has the whole width. */
  li {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    align-content: start;
    column-gap: 12px;
    padding: 4px 0;
    border-top: 1px solid var(--line);
    overflow-wrap: anywhere;
  }
  b {
    font-weight: 600;
  }
  .more {
    grid-area: 2 / 1 / auto / -1;
    padding-bottom: 6px;
  }
  [data-part="visited"] .more {
    margin-top: -8px;
  }
  .note {
    white-space: pre-wrap;
  }
  dl {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 2px 14px;
    margin-top: 2px;
    font-size: 14px;
  }
  dt {
    color: var(--ink-2);
  }
  dd a {
    color: var(--accent);
  }
  .tools {
    display: flex;
    grid-area: 1 / 2;
  }
  .tools button,
  .tools a.button {
    padding: 0 10px;
    background: transparent;
  }
  @media print {
    [data-through],
    [data-asked],
    .tools {
      display: none;
    }
    li {
      break-inside: avoid;
    }
  }
`;
