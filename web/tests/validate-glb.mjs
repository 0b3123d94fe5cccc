// Validates the GLB files named on standard input (one a line) and prints one JSON line for each:
// {"file", "errors", "warnings", "messages"}. The Python tests run it on the uncompressed form of every GLB.
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import validator from "gltf-validator";

for await (const file of createInterface({ input: process.stdin })) {
  if (!file.trim()) continue;
  const report = await validator.validateBytes(new Uint8Array(await readFile(file)), { maxIssues: 20 });
  const { numErrors: errors, numWarnings: warnings, messages } = report.issues;
  console.log(JSON.stringify({ file, errors, warnings, messages }));
}
