/** Choices side by side under their question; groups of them under a heading. */
import { css } from "lit";

export const settingsLook = css`
  section + section {
    border-top: 1px solid var(--line);
    padding-top: 16px;
    margin-top: 4px;
  }
  h3 {
    font-size: 18px;
    margin: 0 0 14px;
  }
  fieldset,
  .field {
    border: 0;
    margin: 0 0 20px;
    padding: 0;
    min-width: 0;
  }
  legend,
  .name {
    display: block;
    font-weight: 600;
    padding: 0;
    margin: 0 0 8px;
  }
  .choices {
    display: grid;
    grid-auto-flow: column;
    grid-auto-columns: 1fr;
    gap: 8px;
  }
  @media (max-width: 480px) {
    .choices:has(:nth-child(4)) {
      grid: auto-flow / 1fr 1fr;
    }
  }
  .choices label {
    position: relative;
    display: flex;
    align-items: center;
    justify-content: center;
    min-height: var(--target);
    padding: 4px 8px;
    text-align: center;
    border: 2px solid var(--line);
    border-radius: var(--radius);
    cursor: pointer;
  }
  .choices label:has(:checked) {
    border-color: var(--accent);
    background: var(--ground-2);
    font-weight: 700;
  }
  .choices label:has(:focus-visible) {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
  }
  .choices input {
    position: absolute;
    opacity: 0;
    inset: 0;
    margin: 0;
    cursor: pointer;
  }
  input[type="range"] {
    display: block;
    width: 100%;
    height: var(--target);
    margin: 0;
    accent-color: var(--accent);
    cursor: pointer;
  }
  .quiet {
    margin-top: 8px;
  }
  input[type="range"] + .quiet {
    margin-top: 0;
  }
`;
