/** What the talk panel looks like: a card in the corner, a sheet at the bottom of a phone. */
import { css, unsafeCSS, type CSSResult } from "lit";
import { inkOn, VISITOR_COLORS } from "../../session/palette.js";

/** Names on the colours of their avatars. */
const names: CSSResult = unsafeCSS(
  VISITOR_COLORS.map((color, index) => `.c${index} { background: ${color}; color: ${inkOn(color)}; }`).join("\n"),
);

export const talkLook = css`
  section.panel {
    display: flex;
    flex-direction: column;
    height: 100%;
    min-height: 0;
    pointer-events: auto;
    overflow: hidden;
  }
  header {
    display: flex;
    align-items: center;
    gap: 8px;
    padding: 6px 6px 6px 16px;
  }
  h2 {
    flex: 1;
    font-size: 18px;
  }
  [role="tablist"] {
    display: flex;
    gap: 4px;
    padding: 3px 8px 8px;
    border-bottom: 1px solid var(--line);
  }
  [role="tab"] {
    flex: 0 1 auto;
    font-size: 15px;
    padding: 0 10px;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  [role="tab"][aria-selected="true"] {
    border-color: var(--accent);
    color: var(--accent);
  }
  [role="tabpanel"] {
    display: flex;
    flex-direction: column;
    flex: 1;
    min-height: 0;
  }
  .log {
    flex: 1;
    min-height: 72px;
    overflow: auto;
    overscroll-behavior: contain;
    padding: 8px 16px;
  }
  .log:focus-visible {
    outline-offset: -3px;
  }
  .log button.bare,
  .log .small {
    font-size: 14px;
    padding: 0 8px;
  }
  li {
    padding: 4px 0;
    overflow-wrap: anywhere;
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 2px 8px;
  }
  .line .text {
    flex: 1 1 100%;
  }
  .name {
    border-radius: 6px;
    padding: 0 7px;
    font-size: 14px;
    font-weight: 600;
    max-width: 100%;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .question {
    padding: 8px 0;
    border-bottom: 1px solid var(--line);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 6px;
  }
  .vote[aria-pressed="true"] {
    background: var(--accent);
    color: var(--on-accent);
  }
  form {
    display: flex;
    gap: 8px;
    padding: 8px;
    border-top: 1px solid var(--line);
  }
  form input {
    flex: 1;
  }
  form button {
    display: inline-flex;
    align-items: center;
    gap: 6px;
  }
  .said {
    padding: 0 16px;
    min-height: 0;
  }
  .said:empty {
    display: none;
  }
  .problem {
    color: var(--bad);
    font-weight: 600;
  }
  .reactions {
    position: relative;
    display: flex;
    gap: 4px;
    padding: 0 8px 8px;
  }
  .reactions button {
    flex: 1;
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 4px;
    padding: 0 4px;
    font-variant-numeric: tabular-nums;
  }
  .risen svg {
    animation: rise 700ms ease-out;
  }
  @keyframes rise {
    from {
      transform: none;
    }
    30% {
      transform: translateY(-14px) scale(1.25);
    }
  }
  :host([still]) .risen svg {
    animation: none;
  }
  select {
    width: auto;
  }
  ${names}
`;
