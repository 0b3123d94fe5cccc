/** A column at the right; on narrow screens a sheet at the bottom, below the picture. */
import { css } from "lit";

export const inspectorLook = css`
  :host {
    position: absolute;
    inset: 0;
    pointer-events: none;
  }
  aside {
    position: absolute;
    right: var(--right);
    top: var(--top);
    bottom: var(--bottom);
    width: min(380px, calc(100% - 24px));
    display: flex;
    flex-direction: column;
    pointer-events: auto;
  }
  .head {
    padding: 12px 20px 12px;
    display: grid;
    gap: 10px;
    justify-items: start;
    border-bottom: 1px solid var(--line);
  }
  .head button {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    padding: 0 16px 0 10px;
  }
  h2 {
    font-size: 22px;
  }
  h2:focus {
    outline: none;
  }
  h3 {
    font-size: 16px;
    margin-bottom: 6px;
  }
  .body {
    padding: 16px 20px 20px;
    overflow: auto;
    overscroll-behavior: contain;
    display: grid;
    gap: 16px;
    align-content: start;
    flex: 1;
  }
  .body:focus-visible {
    outline-offset: -3px;
  }
  ol {
    margin: 0;
    padding: 0;
    list-style: none;
    display: grid;
    gap: 4px;
  }
  ol button {
    display: flex;
    width: 100%;
    align-items: center;
    gap: 12px;
    text-align: start;
    padding: 4px 12px 4px 8px;
  }
  ol button b {
    flex: none;
    width: 28px;
    height: 28px;
    border-radius: 50%;
    display: grid;
    place-items: center;
    font-size: 14px;
    color: var(--on-accent);
    background: var(--accent);
  }
  ol p {
    padding: 8px 12px 10px 48px;
    overflow-wrap: anywhere;
  }
  .apart {
    display: grid;
    gap: 4px;
    font-weight: 600;
  }
  input[type="range"] {
    width: 100%;
    height: 44px;
    margin: 0;
    accent-color: var(--accent);
    cursor: pointer;
  }
  .toggle {
    display: flex;
    width: 100%;
    align-items: center;
    justify-content: space-between;
    gap: 12px;
    text-align: start;
  }
  .toggle i {
    flex: none;
    width: 44px;
    height: 26px;
    border-radius: 13px;
    border: 2px solid var(--ink-2);
    position: relative;
  }
  .toggle i::after {
    content: "";
    position: absolute;
    top: 3px;
    left: 3px;
    width: 16px;
    height: 16px;
    border-radius: 50%;
    background: var(--ink-2);
    transition: transform var(--quick);
  }
  .toggle[aria-checked="true"] i {
    background: var(--accent);
    border-color: var(--accent);
  }
  .toggle[aria-checked="true"] i::after {
    background: var(--on-accent);
    transform: translateX(18px);
  }
  .ruler {
    display: grid;
    gap: 8px;
  }
  .ends {
    display: grid;
    gap: 8px;
  }
  .ends label {
    display: grid;
    grid-template-columns: 56px 1fr;
    align-items: center;
    gap: 8px;
  }
  .metres {
    font-size: 22px;
    font-weight: 700;
  }
  .metres:empty {
    display: none;
  }
  @media (max-width: 760px) {
    aside {
      left: 0;
      right: 0;
      bottom: 0;
      top: auto;
      width: 100%;
      height: 46%;
      border-radius: var(--radius) var(--radius) 0 0;
    }
    .head {
      display: flex;
      align-items: center;
      flex-direction: row-reverse;
      justify-content: space-between;
      padding: 8px 8px 8px 16px;
    }
    .head button {
      flex: none;
    }
    h2 {
      font-size: 18px;
      min-width: 0;
    }
    .body {
      padding: 12px 16px max(16px, env(safe-area-inset-bottom));
    }
  }
`;
