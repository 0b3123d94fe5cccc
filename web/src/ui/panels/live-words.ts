/** What boards and screens say, as words and tables: for readers, and for whoever does not stand before them. */
import { css, html, nothing, type TemplateResult } from "lit";
import { figure, type Row, rowsNow } from "../../core/board.js";
import type { Board, Manifest, Placement } from "../../hall/manifest.js";
import type { TelemetryState } from "../../session/telemetry.js";
import { signed } from "../field-drawing.js";
import { language, read, say } from "../language.js";
import { STATES } from "../messages/screens.js";
import type { FieldTold, View } from "../view.js";

export const liveLook = css`
  .live {
    display: grid;
    gap: 8px;
  }
  .live table {
    width: 100%;
    border-collapse: collapse;
    font-variant-numeric: tabular-nums;
  }
  .live th,
  .live td {
    padding: 6px 8px 6px 0;
    border-top: 1px solid var(--line);
    text-align: start;
    vertical-align: top;
    overflow-wrap: anywhere;
  }
  .live thead th {
    border-top: none;
    color: var(--ink-2);
    font-weight: 400;
    font-size: 14px;
  }
  .live tbody th {
    font-weight: 600;
  }
  .live .amount {
    text-align: end;
    padding-right: 0;
    white-space: nowrap;
  }
`;

/** The board of this id, wherever in the venue. */
export const boardById = (hall: Manifest | null, id: string): Board | undefined =>
  hall?.areas.flatMap(({ boards }) => boards).find((board) => board.id === id);

/** The words of the board or the screens at a place; nothing for other places. */
export function liveWords(view: Pick<View, "hall" | "boards" | "telemetry" | "field">, id: string): TemplateResult | typeof nothing {
  const board = boardById(view.hall, id);
  if (board) return boardWords(board, rowsNow(board.kind, board.rows, view.boards.get(board.id)));
  const placement = view.hall?.areas.flatMap(({ placements }) => placements).find((each) => each.id === id);
  return placement ? screenWords(placement, view) : nothing;
}

function screenWords({ screen }: Placement, { telemetry, field }: Pick<View, "telemetry" | "field">): TemplateResult | typeof nothing {
  if (screen === "telemetry") return telemetryWords(telemetry);
  return screen === "field" ? fieldWords(field) : nothing;
}

function boardWords(board: Board, rows: readonly Row[]): TemplateResult {
  return html`<div class="live" data-board=${board.id}>
    ${rows.length === 0 ? html`<p>${say().boardEmpty}</p>` : html`<table aria-label=${read(board.name)}>${TABLES[board.kind](rows)}</table>`}
    ${board.note ? html`<p class="quiet">${read(board.note)}</p>` : nothing}
  </div>`;
}

const head = (...titles: readonly string[]): TemplateResult =>
  html`<thead><tr>${titles.map((title) => html`<th scope="col">${title}</th>`)}</tr></thead>`;

const TABLES: Readonly<Record<Board["kind"], (rows: readonly Row[]) => TemplateResult>> = {
  list: (rows) => html`${head(say().rank, say().company, say().industry)}
    <tbody>
      ${rows.map((row) => html`<tr><td>${row.rank}</td><th scope="row">${read(row.name)}</th><td>${read(row.industry)}</td></tr>`)}
    </tbody>`,
  signing: (rows) => html`${head(say().project, say().parties)}
    <tbody>
      ${rows.map((row) => html`<tr><th scope="row">${read(row.title)}</th><td>${(row.parties ?? []).map(read).join(" + ")}</td></tr>`)}
    </tbody>`,
  counters: (rows) => html`${head(say().figureOf, say().figureValue)}
    <tbody>
      ${rows.map(
        (row) => html`<tr data-row=${row.id}>
          <th scope="row">${read(row.label)}</th>
          <td class="amount">${figure(row.value ?? 0, language.value)} ${read(row.unit)}</td>
        </tr>`,
      )}
    </tbody>`,
};

function telemetryWords(state: TelemetryState | null): TemplateResult {
  const now = state?.frames.at(-1);
  const simulated = html`<p><strong>${say().simulated}</strong></p>`;
  if (!state?.plant || !now) return html`<div class="live">${simulated}<p class="quiet">${say().telemetryWaiting}</p></div>`;
  const { devices, states } = state.plant;
  return html`<div class="live" data-telemetry>
    ${simulated}
    <p>${say().telemetrySum(now.oee.toFixed(1), now.power.toFixed(0), now.rate.toFixed(1))}</p>
    <table>
      ${head(say().machine, say().machineState, say().oee, say().temperature, say().power)}
      <tbody>
        ${now.devices.map(
          ({ state: index, oee, temperature, power }, i) => html`<tr>
            <th scope="row">${read(devices[i]?.name)}</th>
            <td>${read(STATES[states[index] ?? ""])}</td>
            <td>${oee.toFixed(0)} %</td>
            <td>${temperature.toFixed(0)} °C</td>
            <td class="amount">${power.toFixed(0)} kW</td>
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

function fieldWords(field: FieldTold | null): TemplateResult {
  return html`<div class="live" data-field>
    <p><strong>${say().fieldNow(signed(field?.value ?? 0))}</strong>
      ${field && field.nearest !== null ? say().fieldNearest(field.nearest.toFixed(1)) : say().fieldNobody}</p>
    <p class="quiet">${say().fieldModel}</p>
  </div>`;
}
