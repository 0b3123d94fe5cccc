/** How the guide's panel looks. */
import { css } from "lit";

export const guideLook = css`
  form {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    align-items: end;
  }
  label.field {
    flex: 1 1 180px;
    display: grid;
    gap: 4px;
  }
  input[name="question"] {
    min-height: 48px;
  }
  form button {
    min-height: 48px;
  }
  button {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    text-align: start;
  }
  button[aria-pressed="true"] {
    outline: 2px solid var(--accent);
    outline-offset: -2px;
  }
  .aloud {
    display: flex;
    align-items: center;
    gap: 10px;
    min-height: 44px;
  }
  .aloud input {
    width: 20px;
    height: 20px;
    accent-color: var(--accent);
  }
  .parts,
  .tries,
  .steps,
  .sources {
    display: grid;
    gap: 12px;
  }
  .tries {
    gap: 8px;
    justify-items: start;
  }
  h3 {
    font-size: 16px;
    margin: 0;
  }
  .said {
    font-size: 18px;
    overflow-wrap: anywhere;
  }
  .asked {
    overflow-wrap: anywhere;
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .steps {
    padding-left: 24px;
    margin: 0;
  }
  .steps li > span,
  .sources li {
    display: grid;
    gap: 4px;
    justify-items: start;
  }
  q {
    overflow-wrap: anywhere;
    color: var(--ink-2);
  }
  .link {
    min-height: 44px;
    padding: 0;
    border: 0;
    background: none;
    color: var(--accent);
    text-decoration: underline;
    font-weight: 600;
  }
  a.link {
    display: inline-flex;
    align-items: center;
  }
`;
