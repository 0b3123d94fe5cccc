/** How the map dialog is laid out: the list beside the plan where there is room, else below it. */
import { css } from "lit";

export const mapLook = css`
  .sheet {
    display: grid;
    grid-template: "picture list" minmax(0, 1fr) "keys list" auto / minmax(0, 1fr) minmax(320px, 400px);
    height: 100cqh;
  }
  .picture {
    grid-area: picture;
    display: grid;
    grid-template-rows: auto minmax(0, 1fr) auto;
    min-width: 0;
    min-height: 0;
  }
  .tabs {
    display: flex;
    flex-wrap: wrap;
    gap: 4px;
    padding: 6px 12px;
  }
  .tabs button {
    background: transparent;
  }
  .tabs button[aria-selected="true"] {
    background: var(--ground-2);
    box-shadow: inset 0 -3px 0 var(--accent);
  }
  .plan {
    display: grid;
    min-height: 180px;
    grid-row: 2;
  }
  .plan > * {
    grid-area: 1 / 1;
  }
  .choices {
    position: relative;
    z-index: 1;
    align-self: end;
    justify-self: start;
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    align-items: center;
    gap: 4px 8px;
    max-width: min(440px, calc(100% - 92px));
    margin: 12px;
    padding: 8px 12px 12px 16px;
    background: var(--ground);
    border-radius: var(--radius);
    box-shadow: var(--shade);
    overflow-wrap: anywhere;
  }
  .choices [data-dismiss] {
    justify-self: end;
  }
  .choices .acts {
    grid-column: 1 / -1;
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
  }
  .acts button {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    padding: 0 14px 0 10px;
  }
  .legend {
    grid-row: 3;
    display: flex;
    flex-wrap: wrap;
    gap: 4px 8px;
    padding: 8px 12px;
  }
  .legend button {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    padding: 0 12px 0 9px;
    font-size: 14px;
    font-weight: 400;
  }
  .keys {
    grid-area: keys;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 18px;
    padding: 0 16px 6px;
    font-size: 14px;
    color: var(--ink-2);
  }
  .keys > * {
    display: inline-flex;
    align-items: center;
    gap: 8px;
    min-height: var(--target);
  }
  .keys a {
    color: var(--accent);
  }
  .you {
    color: var(--accent);
  }
  .ramp {
    width: 34px;
    height: 12px;
    border-radius: 3px;
    border: 1px solid var(--ink-2);
    background: linear-gradient(90deg, transparent, var(--ink));
  }
  .down {
    display: none;
  }
  hall-directory {
    grid-area: list;
    padding: 16px 20px;
    overflow: auto;
    border-left: 1px solid var(--line);
  }
  @media (max-width: 859px) {
    .sheet {
      display: block;
      height: auto;
    }
    .picture {
      height: 100cqh;
      grid-template-rows: auto minmax(0, 1fr) auto auto;
    }
    .tabs {
      padding: 6px 8px;
    }
    .tabs button {
      padding: 0 8px;
      font-size: 14px;
    }
    .legend {
      justify-content: center;
      padding: 4px 8px;
    }
    .legend button {
      padding: 0 9px;
    }
    /* The list below names them; the letters are on the plan. */
    .legend .name {
      position: absolute;
      width: 1px;
      height: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    .legend .quiet {
      display: none;
    }
    .keys {
      padding: 8px 20px 0;
    }
    .down {
      grid-row: 4;
      display: flex;
      align-items: center;
      justify-content: center;
      gap: 10px;
      border-radius: 0;
      min-height: 52px;
    }
    hall-directory {
      border-left: 0;
      min-height: 100%;
    }
  }
  @media (max-width: 859px) and (max-height: 480px) {
    .picture {
      height: auto;
    }
    .plan {
      height: 220px;
    }
  }
`;
