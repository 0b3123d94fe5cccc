/** Runs the real server for a test: the same code as `hallwright serve`, on a free port, with a data folder of its own. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { keep, take } from "./larder.js";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const PYTHON = process.env["HALLWRIGHT_PYTHON"] ?? (existsSync(join(ROOT, ".venv/bin/python")) ? join(ROOT, ".venv/bin/python") : "python3");
const STARTS_WITHIN = 120_000;
const ANSWERS_WITHIN = 30_000;

export interface ServeOptions {
  /** Below the checkout's top, or absolute; the smallest layout when left out. */
  readonly layout?: string;
  readonly port?: number;
  readonly mode?: "eventlet" | "threading";
  /** A data folder to share with another server; a fresh one when left out. */
  readonly data?: string;
  /** Whether to wait until the hall is built; when not, it is not built yet. */
  readonly built?: boolean;
  /** Whether to follow when the layout is saved. */
  readonly watch?: boolean;
  /** Origins whose pages may embed the hall, comma-separated. */
  readonly embed?: string;
  /** The MQTT broker of devices on site. */
  readonly mqtt?: string;
}

export class HallServer {
  private constructor(
    readonly url: string,
    readonly data: string,
    /** The layout whose hall others may use afterwards. */
    private readonly shared: string | null,
    private readonly process: ChildProcess,
    private readonly log: { said: string },
  ) {}

  static async start(options: ServeOptions = {}): Promise<HallServer> {
    const data = options.data ?? mkdtempSync(join(tmpdir(), "hallwright-test-"));
    const script = fileURLToPath(new URL("announcing_server.py", import.meta.url));
    const layout = resolve(ROOT, options.layout ?? "layouts/minimal.yaml");
    const shared = options.data === undefined && options.built !== false && layout.startsWith(ROOT) ? layout : null;
    if (shared) take(shared, data);
    const server = spawn(PYTHON, [script, layout, String(options.port ?? 0), options.mode ?? "eventlet", ...(options.watch ? ["watch"] : [])], {
      env: {
        ...process.env, PYTHONPATH: process.env["PYTHONPATH"] ?? join(ROOT, "server"), HALLWRIGHT_DATA: data, HALLWRIGHT_EMBED_ORIGINS: options.embed ?? "",
        HALLWRIGHT_MQTT: options.mqtt ?? "",
      },
      stdio: ["pipe", "pipe", "pipe"],
    });
    const log = { said: "" };
    const hall = new HallServer(await address(server, log), data, shared, server, log);
    if (options.built !== false) await hall.built();
    return hall;
  }

  get port(): number {
    return Number(new URL(this.url).port);
  }

  /** Says something to everyone in the hall. */
  announce(en: string, zh: string): void {
    this.process.stdin?.write(`${JSON.stringify({ en, zh })}\n`);
  }

  /** What the operator asks of it over HTTP, at a path below `api/v1/`; resolves with its answer, rejects when it is refused. */
  async operate<Answer = unknown>(method: string, path: string, body: object): Promise<Answer> {
    const token = readFileSync(join(this.data, "operator-token"), "utf8").trim();
    const headers = { Authorization: `Bearer ${token}`, "Content-Type": "application/json" };
    const signal = AbortSignal.timeout(ANSWERS_WITHIN);
    const answer = await fetch(`${this.url}api/v1/${path}`, { method, headers, body: JSON.stringify(body), signal });
    if (!answer.ok) throw new Error(`${method} ${path}: ${String(answer.status)} ${await answer.text()}`);
    return (await answer.json()) as Answer;
  }

  /** The link that lets somebody in as `role`, for staff with their `booths`. */
  async invite(role: string, lang: "en" | "zh" = "en", booths: readonly string[] = []): Promise<string> {
    const { invitation } = await this.operate<{ invitation: { path: string } }>("POST", "invitations", { role, booths });
    return new URL(`${invitation.path}&lang=${lang}`, this.url).href;
  }

  /** Ends the server as a power cut would, or politely; resolves when it is gone. The data stays. */
  async stop(signal: NodeJS.Signals = "SIGTERM"): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    const gone = new Promise((resolve) => this.process.once("exit", resolve));
    this.process.kill(signal);
    await gone;
  }

  /** Ends it and forgets what it made. */
  async end(): Promise<void> {
    await this.stop();
    if (this.shared) keep(this.shared, this.data);
    rmSync(this.data, { recursive: true, force: true });
  }

  private async built(): Promise<void> {
    const until = Date.now() + STARTS_WITHIN;
    while (Date.now() < until && this.process.exitCode === null) {
      const answer = await fetch(`${this.url}api/v1/venues`).catch(() => null);
      const { venues } = ((await answer?.json()) ?? { venues: [] }) as { venues: { manifest: string | null }[] };
      const manifest = venues[0]?.manifest;
      if (manifest && (await fetch(this.url + manifest.slice(1))).ok) return;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    throw new Error(`the hall was not built:\n${this.log.said}`);
  }
}

/** The address that the server prints; rejects with what it said when it ends before. */
function address(server: ChildProcess, log: { said: string }): Promise<string> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error(`the server did not start:\n${log.said}`)), STARTS_WITHIN);
    server.stderr?.on("data", (chunk: Buffer) => (log.said += chunk.toString()));
    server.once("exit", (code) => reject(new Error(`the server ended (${String(code)}):\n${log.said}`)));
    server.stdout?.on("data", (chunk: Buffer) => {
      const found = /http:\/\/\S+/.exec(chunk.toString());
      if (!found) return;
      clearTimeout(late);
      resolve(found[0]);
    });
  });
}
