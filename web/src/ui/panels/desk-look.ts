import { css } from "lit";

/** How forms of the hosts' desk look: labels over fields, both languages side by side where there is room. */
export const deskLook = css`
  form,
  .part {
    display: grid;
    gap: 10px;
  }
  .pair {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(200px, 100%), 1fr));
    gap: 8px 12px;
    min-width: 0;
  }
  label {
    display: grid;
    gap: 2px;
    font-size: 14px;
    color: var(--ink-2);
    min-width: 0;
  }
  label.tick {
    display: flex;
    align-items: center;
    gap: 10px;
    min-height: 44px;
    font-size: 16px;
    color: var(--ink);
  }
  label.tick input {
    width: 22px;
    height: 22px;
    min-height: 0;
    accent-color: var(--accent);
  }
  fieldset {
    border: 0;
    margin: 0;
    padding: 0;
    min-width: 0;
    display: grid;
    gap: 8px;
  }
  legend {
    padding: 0;
    font-weight: 600;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
  }
  .row select {
    width: auto;
  }
  .item {
    display: grid;
    gap: 6px;
    padding: 10px 0;
    border-bottom: 1px solid var(--line);
  }
  .item > span {
    overflow-wrap: anywhere;
  }
  summary {
    min-height: 44px;
    margin-bottom: 6px;
    padding: 10px 0;
    border-radius: var(--radius);
    font-weight: 600;
    cursor: pointer;
  }
  .preview {
    display: grid;
    gap: 6px;
    padding: 10px 14px;
    background: var(--ground-2);
    border-radius: var(--radius);
    overflow-wrap: anywhere;
  }
  .problem {
    color: var(--bad);
    font-weight: 600;
  }
  p:empty {
    display: none;
  }
`;
