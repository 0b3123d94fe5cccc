/** How the bar of a stage looks: words over the picture, and below them what one can do. */
import { css } from "lit";

export const stageLook = css`
  section {
    display: grid;
    justify-items: center;
    gap: 8px;
  }
  .caption {
    max-width: 100%;
    padding: 6px 14px;
    border-radius: 8px;
    font-size: clamp(18px, 2.2vw, 26px);
    line-height: 1.35;
    text-align: center;
    white-space: pre-line;
    overflow-wrap: anywhere;
    color: #ffffff;
    background: rgb(8 12 16 / 86%);
  }
  .panel {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px;
    max-width: 100%;
    padding: 4px;
    pointer-events: auto;
  }
  .told {
    max-width: 100%;
    padding: 4px 12px;
    overflow-wrap: anywhere;
  }
  .acts,
  .more {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px;
  }
  .more {
    gap: 8px 16px;
    padding: 8px 12px;
    width: 100%;
    border-top: 1px solid var(--line);
  }
  button {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    padding: 0 12px 0 10px;
    white-space: nowrap;
  }
  label {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 8px;
    min-height: var(--target);
  }
  select {
    min-height: var(--target);
    max-width: 100%;
    padding: 0 8px;
    font: inherit;
    color: inherit;
    background: var(--ground-2);
    border: 1px solid var(--line);
    border-radius: 8px;
  }
  form {
    display: flex;
    flex: 1 1 240px;
    gap: 8px;
  }
  form input {
    flex: 1;
    min-width: 0;
  }
  input[type="range"] {
    width: 110px;
  }
  @media (max-width: 760px) {
    .acts span {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .acts button {
      padding: 0 10px;
    }
  }
`;
