import { css } from "lit";

/** How letters look: lists, a form, and what was written from side to side. */
export const lettersLook = css`
  .all {
    display: grid;
    gap: 12px;
  }
  h3 {
    font-size: 16px;
    margin-top: 8px;
  }
  h3:focus {
    outline: none;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
  }
  .row button,
  .row a.button {
    display: inline-flex;
    align-items: center;
    gap: 8px;
  }
  [aria-pressed="true"] {
    border-color: var(--accent);
    color: var(--accent);
  }
  .line {
    display: grid;
    gap: 2px;
    width: 100%;
    padding: 10px 14px;
    margin-bottom: 8px;
    text-align: start;
    font-weight: 400;
    overflow-wrap: anywhere;
  }
  .line .first {
    display: flex;
    gap: 10px;
    justify-content: space-between;
    font-weight: 600;
  }
  .new {
    flex: none;
    align-self: start;
    padding: 0 8px;
    border-radius: 999px;
    font-size: 14px;
    color: var(--on-accent);
    background: var(--accent);
  }
  form {
    display: grid;
    gap: 10px;
  }
  label {
    display: grid;
    gap: 4px;
  }
  .check {
    display: flex;
    align-items: center;
    gap: 12px;
    min-height: 44px;
  }
  .check input {
    flex: none;
    width: 24px;
    height: 24px;
    accent-color: var(--accent);
  }
  summary {
    min-height: 44px;
    margin-bottom: 6px;
    padding: 10px 0;
    border-radius: var(--radius);
    font-weight: 600;
    cursor: pointer;
  }
  details[open] > .inside {
    display: grid;
    gap: 10px;
  }
  ol {
    display: grid;
    gap: 10px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  ol .written {
    padding: 10px 14px;
    border-radius: var(--radius);
    overflow-wrap: anywhere;
    background: var(--ground-2);
    margin-right: 24px;
  }
  ol .own {
    background: transparent;
    border: 1px solid var(--line);
    margin: 0 0 0 24px;
  }
  .text {
    white-space: pre-line;
  }
  .fields {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 2px 14px;
    margin-top: 6px;
  }
  dt {
    color: var(--ink-2);
  }
  .problem {
    color: var(--bad);
    font-weight: 600;
  }
  p:empty {
    display: none;
  }
`;
