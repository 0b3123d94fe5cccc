/** The clothes of the pages that stand in for the hall: text at one side, a picture at the other. */
import { css } from "lit";

export const page = css`
  :host {
    position: fixed;
    inset: 0;
    display: block;
    background: var(--ground);
    color: var(--ink);
    overflow: auto;
    pointer-events: auto;
  }
  .page {
    display: grid;
    grid-template-columns: minmax(360px, 46%) 1fr;
    min-height: 100%;
  }
  .text {
    display: flex;
    flex-direction: column;
    justify-content: center;
    max-width: 720px;
    padding: max(24px, env(safe-area-inset-top)) max(clamp(20px, 5vw, 72px), var(--right)) max(24px, env(safe-area-inset-bottom))
      max(clamp(20px, 5vw, 72px), var(--left));
  }
  .top {
    position: absolute;
    top: var(--top);
    left: max(clamp(20px, 5vw, 72px), var(--left));
  }
  .text > * {
    flex: none;
  }
  h1 {
    font-size: clamp(30px, 4.6vw, 54px);
    font-weight: 700;
    letter-spacing: -0.01em;
  }
  .foot {
    margin-top: 24px;
  }
  .lead {
    font-size: 18px;
    margin-top: 16px;
    max-width: 60ch;
  }
  .actions {
    margin-top: 24px;
  }
  .actions a {
    gap: 10px;
  }
  .art {
    background: var(--ground-2);
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr); /* the picture is as large as its place, never the other way round */
    place-items: center;
    padding: clamp(16px, 4vw, 64px);
    min-height: 0;
  }
  @media (max-width: 760px), (max-width: 1000px) and (orientation: portrait) {
    .page {
      grid-template-columns: 1fr;
      grid-template-rows: minmax(180px, 34vh) auto;
    }
    .art {
      grid-row: 1;
      padding: calc(var(--top) + 52px) 16px 12px;
    }
    .text {
      justify-content: flex-start;
      padding-top: 28px;
    }
  }
  /* As low as a frame in an article: the way in comes before any picture, which is beside it or not there. */
  @media (min-width: 600px) and (max-width: 760px) and (max-height: 560px) {
    .page {
      grid-template: auto / minmax(320px, 52%) 1fr;
    }
    .art {
      grid-row: auto;
      padding: 12px;
    }
    .text {
      padding-top: 72px;
    }
    h1 {
      font-size: 26px;
    }
  }
  @media (max-width: 599px) and (max-height: 420px) {
    .page {
      grid-template-rows: auto;
    }
    .art {
      display: none;
    }
    .top {
      left: auto;
      right: var(--right);
    }
    .text {
      padding-block: 12px;
    }
    h1 {
      font-size: 18px;
      min-height: 44px;
      padding-right: 96px;
    }
    .lead,
    .actions {
      margin-top: 12px;
    }
  }
`;
