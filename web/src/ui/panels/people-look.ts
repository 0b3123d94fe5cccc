import { css } from "lit";

/** How the list of people looks: one column on a phone, buttons under the name where there is no room beside it. */
export const peopleLook = css`
  .all {
    display: grid;
    gap: 12px;
  }
  .all > p:empty {
    display: none;
  }
  .done:focus {
    outline: none;
  }
  h3 {
    font-size: 16px;
    margin: 8px 0 4px;
  }
  li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 6px 12px;
    padding: 8px 0;
    border-bottom: 1px solid var(--line);
  }
  li > span:first-child {
    flex: 1 1 140px;
    min-width: 0;
    overflow-wrap: anywhere;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  form {
    flex: 1 1 100%;
    display: grid;
    gap: 6px;
    overflow-wrap: anywhere;
  }
  .problem {
    color: var(--bad);
    font-weight: 600;
  }
`;
