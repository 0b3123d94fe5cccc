/** How the plan that one moves about in looks. */
import { css } from "lit";

export const planLook = css`
  :host {
    position: relative;
    display: block;
    min-height: 0;
    background: var(--ground-2);
  }
  .surface {
    position: absolute;
    inset: 0;
    overflow: hidden;
    touch-action: none;
    cursor: crosshair;
    user-select: none;
    -webkit-user-select: none;
  }
  .surface:focus-visible {
    outline-offset: -3px;
  }
  hall-plan {
    width: 100%;
    height: 100%;
  }
  .cross {
    position: absolute;
    left: calc(50% - 20px);
    top: calc(50% - 20px);
    fill: none;
    stroke: var(--ink);
    stroke-width: 3;
    filter: drop-shadow(0 0 2px var(--ground));
    display: none;
    pointer-events: none;
  }
  .surface:focus-visible .cross {
    display: block;
  }
  .told {
    position: absolute;
    left: 12px;
    top: 12px;
    max-width: calc(100% - 24px);
    padding: 8px 14px;
    background: var(--ground);
    border-radius: var(--radius);
    box-shadow: var(--shade);
    pointer-events: none;
    overflow-wrap: anywhere;
  }
  .told:empty {
    visibility: hidden;
  }
  .tools {
    position: absolute;
    right: 12px;
    bottom: 12px;
    display: grid;
    gap: 8px;
  }
  .tools button {
    padding: 0 9px;
    background: var(--ground);
    box-shadow: var(--shade);
  }
`;
