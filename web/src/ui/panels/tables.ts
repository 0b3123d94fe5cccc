/** Tables on cards: their look and their heads. */
import { css, html, type TemplateResult } from "lit";

export const liveLook = css`
  .live {
    display: grid;
    gap: 8px;
  }
  .live table {
    width: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  .live th,
  .live td {
    padding: 6px 8px 6px 0;
    border-top: 1px solid var(--line);
    text-align: start;
    vertical-align: top;
    overflow-wrap: anywhere;
  }
  .live thead th {
    border-top: none;
    color: var(--ink-2);
    font-weight: 400;
    font-size: 14px;
  }
  .live tbody th {
    font-weight: 600;
  }
  .live .ranked {
    table-layout: fixed;
  }
  .live .ranked :is(td, th):first-child {
    width: 3.2em;
  }
  .live .ranked :is(td, th):last-child {
    width: 38%;
    padding-right: 0;
  }
  .live .amount {
    text-align: end;
    padding-right: 0;
    white-space: nowrap;
  }
`;

/** The head of a table with these columns. */
export const head = (...titles: readonly string[]): TemplateResult =>
  html`<thead><tr>${titles.map((title) => html`<th scope="col">${title}</th>`)}</tr></thead>`;
