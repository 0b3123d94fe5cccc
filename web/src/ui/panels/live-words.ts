/** What boards and screens say, as words and tables: for readers, and for whoever does not stand before them. */
import { html, nothing, type TemplateResult } from "lit";
import { rowsNow } from "../../core/board.js";
import type { Board, Manifest, Placement } from "../../hall/manifest.js";
import type { TelemetryState } from "../../session/telemetry.js";
import { signed } from "../field-drawing.js";
import { read, say } from "../language.js";
import { STATES } from "../messages/screens.js";
import type { FieldTold, View } from "../view.js";
import { head } from "./tables.js";
import "./board-table.js";

/** The board of this id, wherever in the venue. */
export const boardById = (hall: Manifest | null, id: string): Board | undefined =>
  hall?.areas.flatMap(({ boards }) => boards).find((board) => board.id === id);

/** The words of the board or the screens at a place; nothing for other places. */
export function liveWords(view: Pick<View, "hall" | "boards" | "telemetry" | "field">, id: string): TemplateResult | typeof nothing {
  const board = boardById(view.hall, id);
  if (board) return html`<hall-board-table .board=${board} .rows=${rowsNow(board.kind, board.rows, view.boards.get(board.id))}></hall-board-table>`;
  const placement = view.hall?.areas.flatMap(({ placements }) => placements).find((each) => each.id === id);
  return placement ? screenWords(placement, view) : nothing;
}

function screenWords({ screen }: Placement, { telemetry, field }: Pick<View, "telemetry" | "field">): TemplateResult | typeof nothing {
  if (screen === "telemetry") return telemetryWords(telemetry);
  return screen === "field" ? fieldWords(field) : nothing;
}

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
