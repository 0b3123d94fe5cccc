/** How the page of a visit looks: one column to read and to print. On paper it is light, whatever the screen was. */
import { css } from "lit";

export const visitPageLook = css`
  :host {
    display: block;
    color: var(--ink);
    background: var(--ground);
  }
  main {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 24px;
    max-width: 1080px;
    margin: 0 auto;
    padding: max(24px, var(--top)) max(20px, var(--right)) max(40px, var(--bottom)) max(20px, var(--left));
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: flex-start;
    justify-content: space-between;
    gap: 16px;
  }
  h1 {
    font-size: clamp(28px, 4vw, 44px);
  }
  h2 {
    margin-top: 6px;
    font-size: 16px;
    font-weight: 400;
    color: var(--ink-2);
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .actions button,
  .actions a.button {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    padding: 0 14px 0 10px;
  }
  .totals {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 150px), 1fr));
    gap: 8px;
  }
  .totals li {
    padding: 12px 16px;
    background: var(--ground-2);
    border-radius: var(--radius);
    font-weight: 600;
  }
  .plans {
    display: grid;
    gap: 20px;
  }
  .plans:empty {
    display: none;
  }
  figure {
    margin: 0;
    break-inside: avoid;
  }
  img {
    display: block;
    width: 100%;
    max-height: 70vh;
    object-fit: contain;
    background: #ffffff;
    border: 1px solid var(--line);
    border-radius: var(--radius);
  }
  figcaption {
    margin-top: 6px;
    font-size: 14px;
    color: var(--ink-2);
  }
  .bad {
    color: var(--bad);
  }
  hall-visit-tools {
    border-top: 1px solid var(--line);
    padding-top: 20px;
  }
  @media print {
    :host {
      --ground: #ffffff;
      --ground-2: #f1f4f6;
      --line: #d3dae0;
      --ink: #182128;
      --ink-2: #4d5a64;
      --accent: #12609f;
    }
    .actions {
      display: none;
    }
    main {
      padding: 0;
    }
    img {
      max-height: none;
    }
  }
`;
