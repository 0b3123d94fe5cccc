/** The reference venue as plans know it, asked of the layout itself. */
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Manifest } from "../../../src/hall/manifest.js";

const ROOT = fileURLToPath(new URL("../../../../", import.meta.url));
const PYTHON = process.env["HALLWRIGHT_PYTHON"] ?? (existsSync(join(ROOT, ".venv/bin/python")) ? join(ROOT, ".venv/bin/python") : "python3");
const CODE = `
import json, sys
from pathlib import Path
from hallwright.build.places import plan_document
from hallwright.layout.reading import read_venue
json.dump(plan_document(read_venue(Path(sys.argv[1]))), sys.stdout)
`;

export function referenceVenue(): Manifest {
  const layout = join(ROOT, "layouts/wmc/venue.yaml");
  const env = { ...process.env, PYTHONPATH: process.env["PYTHONPATH"] ?? join(ROOT, "server") };
  return JSON.parse(execFileSync(PYTHON, ["-c", CODE, layout], { env, maxBuffer: 1 << 26, encoding: "utf8" })) as Manifest;
}
