/** How the programme looks: one line or two a session, more when it is opened. */
import { css } from "lit";

export const programmeLook = css`
  section {
    margin-top: 16px;
  }
  h3 {
    font-size: 18px;
    margin-bottom: 8px;
  }
  h3 .quiet {
    font-size: 15px;
    font-weight: 400;
  }
  .sessions {
    display: grid;
    gap: 8px;
  }
  details {
    border: 1px solid var(--line);
    border-left: 6px solid var(--track);
    border-radius: var(--radius);
  }
  summary {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 2px;
    min-height: 44px;
    padding: 10px 12px;
    cursor: pointer;
    overflow-wrap: anywhere;
  }
  .title {
    font-weight: 700;
  }
  .when {
    font-variant-numeric: tabular-nums;
  }
  .own,
  .about {
    font-size: 14px;
    color: var(--ink-2);
  }
  .own {
    margin-left: 8px;
  }
  .dot {
    display: inline-block;
    width: 12px;
    height: 12px;
    margin-right: 6px;
    border-radius: 50%;
    border: 1px solid var(--ink-2);
    vertical-align: -1px;
  }
  .mark {
    margin-left: 6px;
    padding: 1px 8px;
    border: 1px solid currentcolor;
    border-radius: 10px;
    color: var(--ink);
    white-space: nowrap;
  }
  .now > summary .mark {
    border-width: 2px;
  }
  .cancelled .title,
  .cancelled time {
    text-decoration: line-through;
  }
  .more {
    display: grid;
    gap: 8px;
    padding: 0 12px 12px;
    overflow-wrap: anywhere;
  }
  .note {
    font-weight: 700;
  }
  .actions,
  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .filters {
    margin-top: 20px;
  }
  .actions button,
  .actions a,
  .notify button {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    padding-left: 12px;
  }
  button[aria-pressed="true"]:not(.main) {
    box-shadow: inset 0 0 0 2px var(--ink);
  }
  .notify {
    margin-top: 12px;
  }
  @media (min-width: 700px) {
    summary {
      grid-template-columns: 200px minmax(0, 1fr);
    }
    .when {
      grid-row: span 2;
    }
    .own {
      display: block;
      margin-left: 0;
    }
  }
`;
