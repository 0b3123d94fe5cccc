/** How the directory looks. */
import { css } from "lit";

export const directoryLook = css`
  :host {
    display: block;
  }
  .area {
    margin-top: 24px;
  }
  details {
    border-top: 1px solid var(--line);
  }
  summary {
    display: flex;
    align-items: center;
    gap: 12px;
    padding: 8px 4px;
    min-height: 56px;
    cursor: pointer;
    list-style: none;
    border-radius: var(--radius);
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary::after {
    content: "";
    flex: none;
    margin-left: auto;
    margin-right: 8px;
    width: 9px;
    height: 9px;
    border: solid var(--ink-2);
    border-width: 0 2px 2px 0;
    transform: rotate(45deg);
    transition: transform var(--quick);
  }
  details[open] > summary::after {
    transform: rotate(225deg);
  }
  .words {
    flex: 1;
    min-width: 0;
    display: block;
  }
  .words b {
    display: block;
    overflow-wrap: anywhere;
  }
  .words .quiet {
    display: block;
  }
  li {
    display: flex;
    align-items: center;
    gap: 12px;
    padding: 4px 4px 4px 8px;
    min-height: 52px;
    border-top: 1px solid var(--line);
  }
  .order {
    margin-top: 16px;
  }
  .order button {
    display: inline-flex;
    align-items: center;
    gap: 6px;
    padding: 0 16px;
  }
  .name {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 6px;
  }
  .number {
    flex: none;
    min-width: 48px;
    font-weight: 700;
  }
  .acts {
    display: flex;
    flex: none;
  }
  .acts button {
    padding: 0 10px;
  }
  .link {
    display: inline-flex;
    align-items: center;
    padding: 0;
    border: 0;
    background: none;
    font-weight: 400;
    text-align: start;
    overflow-wrap: anywhere;
  }
  .link:hover {
    text-decoration: underline;
  }
  .area > .head,
  .zone {
    position: relative;
  }
  .head h3 {
    font-size: 18px;
    margin-bottom: 8px;
  }
  /* Buttons of a zone stand over its line, for a line that opens may hold none. */
  .zone > .acts,
  .head > .acts {
    position: absolute;
    top: 6px;
    right: 30px;
  }
  .head > .acts {
    top: -4px;
  }
  .led > summary {
    padding-right: 128px;
    position: relative;
  }
  .led > summary::after {
    position: absolute;
    top: 22px;
    right: 4px;
  }
  .away {
    padding-right: 128px;
  }
`;
