/** The plan of an area with what is kept of it, as a picture in an address: for a page that needs nothing else. */
import type { Area, Manifest } from "../../hall/manifest.js";
import { read } from "../language.js";
import { lightPlan } from "../plan/colors.js";
import { drawGround } from "../plan/ground.js";
import { fit } from "../plan/looking.js";
import { drawMarks } from "../plan/marks.js";
import { labelsOf } from "../plan/wishes.js";
import { measuring, writeLabels } from "../plan/writing.js";
import type { Marked } from "./listing.js";

const WIDTH = 1_200;
const HIGHEST = 1_600;
const MARGIN = 24;

export function pictureOf(hall: Manifest, area: Area, marks: readonly Marked[]): string {
  const [east, north] = area.size;
  const height = Math.min(HIGHEST, Math.round(((WIDTH - 2 * MARGIN) * north) / east) + 2 * MARGIN);
  const canvas = Object.assign(document.createElement("canvas"), { width: WIDTH, height });
  const pen = canvas.getContext("2d");
  if (!pen) return "";
  const to = fit(area.size, WIDTH, height, MARGIN);
  pen.fillStyle = lightPlan.halo;
  pen.fillRect(0, 0, WIDTH, height);
  drawGround(pen, area, to, lightPlan, { tint: 0.34, width: WIDTH, height });
  writeLabels(pen, labelsOf(hall, area, { scale: to.scale, left: 0, top: 0 }, read, measuring(pen)), lightPlan, to.left, to.top, WIDTH, height);
  drawMarks(pen, marks, to, lightPlan, 10);
  return canvas.toDataURL("image/png");
}
