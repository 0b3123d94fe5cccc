/**
 * Colours, sizes and the few shapes of the interface. Quiet solid panels, one accent, light and dark with the system.
 *
 * Constructable stylesheets only: the page's policy allows no style attributes.
 */
import { css } from "lit";

/** Custom properties of the whole interface; they live on `:host` of the root element and are inherited. */
export const tokens = css`
  :host {
    --ground: #ffffff;
    --ground-2: #f1f4f6;
    --line: #d3dae0;
    --ink: #182128;
    --ink-2: #4d5a64;
    --accent: #12609f;
    --on-accent: #ffffff;
    --live: #ffb000;
    --star: #8a5a00;
    --good: #1d6b45;
    --bad: #a3241f;
    --shade: 0 1px 2px rgb(16 28 38 / 18%), 0 6px 24px rgb(16 28 38 / 16%);
    --radius: 12px;
    --target: 44px;
    --quick: 180ms cubic-bezier(0.2, 0, 0, 1);
    --left: max(12px, env(safe-area-inset-left));
    --right: max(12px, env(safe-area-inset-right));
    --top: max(12px, env(safe-area-inset-top));
    --bottom: max(12px, env(safe-area-inset-bottom));
    color-scheme: light dark; /* of the browser's own boxes, lists and scroll bars too */
    font: 400 16px/1.45 "Hall Sans", system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans SC", sans-serif;
    color: var(--ink);
  }
  @media (prefers-color-scheme: dark) {
    :host {
      --ground: #151c22;
      --ground-2: #202a32;
      --line: #3b4852;
      --ink: #f0f4f7;
      --ink-2: #b3c0ca;
      --accent: #7fc0f5;
      --on-accent: #0b1822;
      --good: #7fd3a8;
      --star: #ffc94d;
      --bad: #ff9d94;
      --shade: 0 1px 2px rgb(0 0 0 / 50%), 0 8px 28px rgb(0 0 0 / 45%);
    }
  }
  :host([calm]) {
    --quick: 0ms;
  }
`;

/** Shared by every element. */
export const look = css`
  :host {
    box-sizing: border-box;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  :host([hidden]),
  [hidden] {
    display: none !important;
  }
  h1,
  h2,
  h3,
  p,
  ul,
  dl,
  dd {
    margin: 0;
    padding: 0;
  }
  ul {
    list-style: none;
  }
  h1,
  h2,
  h3 {
    line-height: 1.2;
    text-wrap: balance;
    overflow-wrap: anywhere;
  }
  .panel {
    background: var(--ground);
    color: var(--ink);
    border-radius: var(--radius);
    box-shadow: var(--shade);
  }
  .quiet {
    color: var(--ink-2);
    font-size: 14px;
  }
  button,
  a.button {
    font: inherit;
    font-weight: 600;
    color: var(--ink);
    background: var(--ground-2);
    border: 1px solid transparent;
    border-radius: var(--radius);
    min-height: var(--target);
    min-width: var(--target);
    padding: 0 16px;
    cursor: pointer;
    transition: background-color var(--quick), border-color var(--quick);
    -webkit-tap-highlight-color: transparent;
    touch-action: manipulation;
  }
  a.button {
    display: inline-flex;
    align-items: center;
    text-decoration: none;
  }
  button:hover,
  a.button:hover {
    border-color: var(--ink-2);
  }
  button.main {
    background: var(--accent);
    color: var(--on-accent);
  }
  button.bare {
    background: transparent;
  }
  button:disabled {
    color: var(--ink-2);
    background: var(--ground-2);
    border-color: transparent;
    cursor: default;
  }
  :focus-visible {
    outline: 3px solid var(--accent);
    outline-offset: 2px;
  }
  svg {
    display: block;
    flex: none;
  }
  .unseen {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
`;
