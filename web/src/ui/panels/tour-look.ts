/** A bar at the bottom: what is said, and below it the ways through the tour. */
import { css } from "lit";

export const tourLook = css`
  :host {
    display: block;
    container-type: inline-size;
  }
  section {
    padding: 12px 16px 10px;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 6px;
  }
  .head {
    display: flex;
    align-items: baseline;
    gap: 12px;
  }
  h2 {
    flex: 1;
    min-width: 0;
    font-size: 14px;
    font-weight: 400;
    color: var(--ink-2);
  }
  .time {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .caption {
    font-size: 19px;
    line-height: 1.4;
    min-height: 2.8em;
    text-wrap: pretty;
    overflow-wrap: anywhere;
  }
  .track {
    position: relative;
    height: 28px;
  }
  .marks {
    position: absolute;
    left: 8px;
    right: 8px;
    top: 0;
    width: calc(100% - 16px);
    height: 28px;
    pointer-events: none;
  }
  .marks line {
    stroke: var(--ink-2);
    stroke-width: 2;
    vector-effect: non-scaling-stroke;
  }
  input {
    position: absolute;
    inset: 0;
    width: 100%;
    height: 28px;
    margin: 0;
    accent-color: var(--accent);
    cursor: pointer;
    touch-action: none;
  }
  .buttons {
    display: flex;
    align-items: center;
    gap: 8px;
  }
  button {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 8px;
    padding: 0 10px;
    white-space: nowrap;
  }
  button.main {
    padding: 0 16px 0 12px;
  }
  .gap {
    flex: 1;
  }
  [aria-pressed="true"] {
    border-color: var(--accent);
    color: var(--accent);
  }
  @media (max-width: 760px) {
    section {
      padding: 10px 12px max(8px, env(safe-area-inset-bottom));
    }
    .caption {
      font-size: 18px;
      min-height: 4.2em;
    }
  }
  /* On a phone, or beside open talk. */
  @container (max-width: 480px) {
    .buttons {
      gap: 4px;
    }
    .wide {
      display: none;
    }
    .gap {
      display: none;
    }
    .gap + button {
      margin-left: auto;
    }
    button:not(.main) {
      padding: 0;
    }
    /* In two lines rather than beside the picture, where the words are long; Chinese fits in one. */
    button.main {
      min-width: 0;
      padding: 0 12px 0 8px;
      white-space: normal;
      word-break: keep-all;
      line-height: 1.15;
      text-align: start;
    }
  }
`;
