/** Where things stand around the hall. Three at most while walking: where am I, the menu, the minimap. */
import { css } from "lit";

export const rootLook = css`
  :host {
    position: fixed;
    inset: 0;
    pointer-events: none;
    overflow: hidden;
    z-index: 1;
  }
  :host > * {
    pointer-events: auto;
  }
  hall-whereabouts {
    position: absolute;
    top: var(--top);
    left: var(--left);
    max-width: min(380px, calc(100% - 84px - var(--left) - var(--right)));
    pointer-events: none;
  }
  hall-nearby {
    position: absolute;
    top: calc(var(--top) + 80px);
    left: var(--left);
    z-index: 3;
  }
  .corner {
    position: absolute;
    right: var(--right);
  }
  .menu {
    top: var(--top);
  }
  .map {
    bottom: var(--bottom);
  }
  hall-tour-bar {
    position: absolute;
    bottom: var(--bottom);
    left: 50%;
    width: min(720px, calc(100% - var(--left) - var(--right)));
    transform: translateX(-50%);
    z-index: 1;
  }
  @media (max-width: 1180px) {
    :host([toured]) .map,
    :host([talking][staged]) .map {
      display: none;
    }
  }
  .menu button {
    display: flex;
    align-items: center;
    gap: 8px;
    min-height: 56px;
    background: var(--ground);
  }
  .top-middle {
    position: absolute;
    top: calc(var(--top) + 72px);
    left: var(--left);
    right: var(--right);
    pointer-events: none;
  }
  /* Blocks, not a grid: the margins of the many that say nothing now collapse, where gaps would add up. */
  .top-middle > * {
    display: block;
    width: fit-content;
    max-width: 100%;
    margin: 12px auto;
  }
  hall-toasts,
  hall-connection,
  hall-consent,
  hall-letters-news,
  hall-meetings-news,
  hall-reminders {
    pointer-events: auto;
  }
  .unread {
    min-width: 24px;
    padding: 0 6px;
    border-radius: 12px;
    font-size: 14px;
    line-height: 24px;
    text-align: center;
    color: var(--on-accent);
    background: var(--accent);
  }
  hall-talk-panel {
    position: absolute;
    bottom: var(--bottom);
    left: var(--left);
    width: min(380px, calc(100% - var(--left) - var(--right)));
    height: min(480px, calc(100% - var(--top) - var(--bottom) - 100px));
    z-index: 3;
  }
  :host([left-handed]) hall-talk-panel {
    left: auto;
    right: var(--right);
  }
  /* Who talks beside a stage or on a tour reads and presses both: the bar stands between the talk and the minimap. */
  :host([talking]) {
    --beside-talk: calc(380px + 12px);
    --beside-map: calc(clamp(140px, 17vw, 240px) + 12px);
    --sheet: max(54%, min(330px, 100%));
  }
  :host([talking]:is([staged], [toured])) {
    --sheet: max(44%, min(330px, 100%));
  }
  :host([talking][polling]) {
    --sheet: max(62%, min(400px, 100%)); /* a question with two answers is seen whole */
  }
  :host([talking]) :is(hall-stage-bar, hall-tour-bar) {
    left: calc(var(--left) + var(--beside-talk));
    right: calc(var(--right) + var(--beside-map));
    width: auto;
    transform: none;
  }
  :host([talking][left-handed]) :is(hall-stage-bar, hall-tour-bar) {
    left: calc(var(--left) + var(--beside-map));
    right: calc(var(--right) + var(--beside-talk));
  }
  @media (max-width: 1180px) {
    :host([talking]) {
      --beside-map: 0px;
    }
  }
  hall-booth-card {
    position: absolute;
    right: var(--right);
    top: calc(var(--top) + 72px);
    width: min(380px, calc(100% - var(--left) - var(--right)));
    max-height: max(
      100% - 282px - var(--top) - var(--bottom), /* the menu above it, the minimap below */
      min(320px, 100% - 84px - var(--top) - var(--bottom)) /* a low window: over the minimap rather than nothing to read */
    );
    display: grid;
    grid-template-rows: minmax(0, 1fr); /* no higher than the host may be: the words within scroll */
    z-index: 2;
  }
  :host > hall-joystick,
  :host > hall-inspector {
    pointer-events: none;
  }
  /* What is high stands beside the minimap, where it would reach down to it. */
  @media (max-height: 500px) {
    .top-middle > :is(hall-call, hall-consent, hall-route-bar) {
      margin-inline: 0 auto;
    }
    :host([left-handed]) .top-middle > :is(hall-call, hall-consent, hall-route-bar) {
      margin-inline: auto 0;
    }
  }
  @media (max-height: 300px) {
    .top-middle {
      top: calc(var(--top) + 62px);
    }
  }
  /* Who uses the left hand has the stick at the right, and the rest within the left thumb's reach. */
  :host([left-handed]) .corner {
    right: auto;
    left: var(--left);
  }
  :host([left-handed]) hall-whereabouts {
    left: auto;
    right: var(--right);
  }
  :host([left-handed]) hall-booth-card {
    right: auto;
    left: var(--left);
  }
  hall-seat-bar {
    position: absolute;
    bottom: var(--bottom);
    left: var(--left);
    right: var(--right);
    width: min(640px, calc(100% - var(--left) - var(--right)));
    margin-inline: auto;
  }
  hall-stage-bar {
    position: absolute;
    bottom: var(--bottom);
    left: 50%;
    width: min(680px, calc(100% - 2 * (clamp(140px, 17vw, 240px) + 24px)));
    transform: translateX(-50%);
  }
  :host > hall-stage-bar {
    pointer-events: none;
  }
  /* Held upright in one hand: the menu stands above the minimap, however high that is, where the thumb gets to it. A tour's
     bar takes that room. */
  @media (max-width: 480px) and (min-height: 560px) {
    :host(:not([toured])) .menu {
      top: auto;
      bottom: calc(var(--bottom) + min(20vh, 150px) + var(--target) + 12px);
    }
  }
  @media (max-width: 760px) {
    .menu button span {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .menu button {
      padding: 0 15px;
    }
    /* Beside the minimap. */
    hall-stage-bar {
      left: var(--left);
      width: calc(100% - 140px - var(--left) - var(--right) - 12px);
      transform: none;
    }
    :host([left-handed]) hall-stage-bar {
      left: auto;
      right: var(--right);
    }
    hall-booth-card {
      left: var(--left);
      right: var(--right);
      top: auto;
      bottom: var(--bottom);
      width: auto;
      max-height: max(52%, min(320px, 100% - var(--top) - var(--bottom)));
    }
    :host([left-handed]) hall-booth-card {
      right: var(--right);
    }
    /* A sheet over the lower half: the stick is wherever a thumb is put down above it. */
    hall-talk-panel {
      left: 0;
      right: 0;
      bottom: 0;
      width: auto;
      height: var(--sheet);
      padding-bottom: env(safe-area-inset-bottom);
    }
    :host([left-handed]) hall-talk-panel {
      right: 0;
      left: 0;
    }
    :host([talking]) :is(hall-stage-bar, hall-tour-bar),
    :host([talking][left-handed]) :is(hall-stage-bar, hall-tour-bar) {
      left: var(--left);
      right: var(--right);
      bottom: calc(var(--sheet) + 8px);
    }
  }
  /* Too low for both: the talk, the card, the call or the question, until it is closed. */
  @media (max-width: 760px) and (max-height: 500px) {
    :host(:is([talking], [filled])) :is(hall-stage-bar, hall-tour-bar),
    :host(:is([talking], [reading])) .corner {
      display: none;
    }
  }
`;
