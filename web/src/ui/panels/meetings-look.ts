import { css } from "lit";

/** How meetings look: the steps, a form of ticks, cards of matches and of meetings. */
export const meetingsLook = css`
  .all {
    display: grid;
    gap: 14px;
  }
  h3 {
    font-size: 18px;
  }
  h3:focus {
    outline: none;
  }
  h4 {
    margin: 8px 0 0;
    font-size: 16px;
  }
  .steps {
    display: grid;
    grid-template-columns: repeat(3, minmax(0, 1fr));
    gap: 4px;
    padding: 4px;
    margin-bottom: 16px;
    border-radius: var(--radius);
    background: var(--ground-2);
  }
  .steps button {
    padding: 4px 6px;
    min-width: 0;
    line-height: 1.2;
    overflow-wrap: anywhere;
    border-radius: 9px;
  }
  .steps [aria-current="step"] {
    color: var(--on-accent);
    background: var(--accent);
  }
  .new {
    display: inline-block;
    min-width: 22px;
    padding: 0 6px;
    margin-left: 4px;
    border-radius: 999px;
    font-size: 14px;
    color: var(--ink);
    background: var(--live);
  }
  @media (prefers-color-scheme: dark) {
    .new {
      color: var(--on-accent);
    }
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: center;
  }
  .between {
    justify-content: space-between;
  }
  .row button,
  .row a.button {
    display: inline-flex;
    align-items: center;
    gap: 8px;
  }
  label {
    display: grid;
    gap: 4px;
  }
  fieldset {
    display: grid;
    gap: 10px;
    margin: 0;
    padding: 0;
    border: 0;
    min-width: 0;
  }
  legend {
    padding: 0;
    margin-bottom: 6px;
  }
  .day {
    display: grid;
    gap: 8px;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-height: 44px;
    padding: 0 14px 0 10px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    cursor: pointer;
    overflow-wrap: anywhere;
  }
  .chip:has(input:checked) {
    border-color: var(--accent);
    background: var(--ground-2);
  }
  .chip input,
  .check input {
    flex: none;
    width: 24px;
    height: 24px;
    margin: 0;
    accent-color: var(--accent);
  }
  .check {
    display: flex;
    align-items: center;
    gap: 12px;
    min-height: 44px;
  }
  .cards {
    display: grid;
    gap: 12px;
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .card {
    display: grid;
    gap: 8px;
    padding: 14px;
    border: 1px solid var(--line);
    border-radius: var(--radius);
    overflow-wrap: anywhere;
  }
  .card.about,
  .card.first {
    border: 2px solid var(--accent);
    padding: 13px;
  }
  .score {
    display: flex;
    align-items: center;
    gap: 10px;
  }
  meter {
    width: 120px;
    height: 12px;
  }
  .reasons {
    display: grid;
    gap: 4px;
  }
  .reasons li {
    display: flex;
    gap: 8px;
  }
  .reasons svg {
    width: 20px;
    height: 20px;
    margin-top: 2px;
    color: var(--good);
  }
  .standing {
    justify-self: start;
    padding: 0 10px;
    border-radius: 999px;
    font-size: 14px;
    font-weight: 600;
    background: var(--ground-2);
  }
  .booked .standing,
  .met .standing {
    color: var(--on-accent);
    background: var(--good);
  }
  .when {
    font-weight: 600;
  }
  .message {
    white-space: pre-line;
  }
  .end {
    margin-top: 20px;
    padding-top: 14px;
    border-top: 1px solid var(--line);
  }
  a {
    color: var(--accent);
  }
  a.button {
    color: var(--ink);
  }
  .problem {
    color: var(--bad);
    font-weight: 600;
  }
  .good {
    color: var(--good);
    font-weight: 600;
  }
  p:empty {
    display: none;
  }
`;
