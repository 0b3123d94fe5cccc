/* Serves a layout with the checkout's own server, for benchmarks: serve(LAYOUT) resolves once the hall is built and its
   files are packed as well as they can be, which takes a processor that is not to be missing while something is measured. */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

/** A running server: its address, and how to end it. With `data` the folder is kept, and need not be built again. */
export async function serve(layout, data = process.env.HALLWRIGHT_BENCH_DATA) {
  const folder = data ?? mkdtempSync(join(tmpdir(), "hallwright-bench-"));
  const python = existsSync(join(ROOT, ".venv/bin/python")) ? join(ROOT, ".venv/bin/python") : "python3";
  const server = spawn(python, ["-m", "hallwright", "serve", resolve(layout), "--port", "0"], {
    env: { ...process.env, PYTHONPATH: process.env.PYTHONPATH ?? join(ROOT, "server"), HALLWRIGHT_DATA: folder }, stdio: ["ignore", "pipe", "inherit"],
  });
  const url = await new Promise((found, failed) => {
    server.once("exit", () => failed(new Error("the server ended")));
    server.stdout.on("data", (chunk) => {
      const match = /http:\/\/[^\s/]+\//.exec(String(chunk));
      if (match) found(match[0]);
    });
  });
  const stop = () => new Promise((done) => {
    server.once("exit", done);
    server.kill();
  });
  const end = async () => {
    await stop();
    if (!data) rmSync(folder, { recursive: true, force: true });
  };
  await built(url);
  await rested(server.pid);
  return { url, stop, end };
}

async function built(url) {
  for (;;) {
    const { venues } = await (await fetch(`${url}api/v1/venues`)).json();
    if (venues[0]?.manifest && (await fetch(url + venues[0].manifest.slice(1))).ok) return;
    await new Promise((later) => setTimeout(later, 300));
  }
}

/** Waits until a process has no others that work for it; where that cannot be seen, not at all. */
async function rested(pid) {
  const children = `/proc/${pid}/task/${pid}/children`;
  while (existsSync(children) && readFileSync(children, "utf8").trim() !== "") await new Promise((later) => setTimeout(later, 300));
}
