/** A real mosquitto on this machine for a test, and a device's own connection to it. */
import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { connect, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

/** Debian puts it where not every user looks. */
const FOLDERS = [...(process.env["PATH"] ?? "").split(delimiter), "/usr/sbin"];
const MOSQUITTO = FOLDERS.map((folder) => join(folder, "mosquitto")).find((path) => existsSync(path)) ?? null;
const LISTENS_WITHIN = 10_000;

export const hasBroker = MOSQUITTO !== null;

export class Broker {
  private constructor(
    private readonly port: number,
    private readonly folder: string,
    private readonly process: ChildProcess,
    private readonly device: Socket,
  ) {}

  static async start(): Promise<Broker> {
    if (!MOSQUITTO) throw new Error("mosquitto is not installed");
    const [port, folder] = [await freePort(), mkdtempSync(join(tmpdir(), "hallwright-broker-"))];
    const config = join(folder, "mosquitto.conf");
    writeFileSync(config, `listener ${String(port)} 127.0.0.1\nallow_anonymous true\npersistence false\n`);
    const process = spawn(MOSQUITTO, ["-c", config], { stdio: "ignore" });
    return new Broker(port, folder, process, await connected(port));
  }

  get url(): string {
    return `mqtt://127.0.0.1:${String(this.port)}`;
  }

  publish(topic: string, payload: string): void {
    this.device.write(packet(0x30, Buffer.concat([text(topic), Buffer.from(payload)])));
  }

  async end(): Promise<void> {
    this.device.destroy();
    const gone = new Promise((resolve) => this.process.once("exit", resolve));
    this.process.kill();
    await gone;
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

/** A connection that the broker has acknowledged (MQTT 3.1.1); tried until it listens. */
async function connected(port: number): Promise<Socket> {
  for (const until = Date.now() + LISTENS_WITHIN; Date.now() < until; ) {
    const socket = await new Promise<Socket | null>((resolve) => {
      const tried = connect(port, "127.0.0.1");
      tried.once("error", () => resolve(null));
      tried.once("data", (answer: Buffer) => resolve(answer[0] === 0x20 && answer[3] === 0 ? tried : null));
      tried.once("connect", () => tried.write(packet(0x10, Buffer.concat([text("MQTT"), Buffer.from([4, 2, 0, 0]), text("device")]))));
    });
    if (socket) return socket.on("error", () => undefined);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("mosquitto does not listen");
}

function text(words: string): Buffer {
  const bytes = Buffer.from(words);
  return Buffer.concat([Buffer.from([bytes.length >> 8, bytes.length & 255]), bytes]);
}

/** A packet: its kind, its length in sevens of bits, and what is in it. */
function packet(kind: number, body: Buffer): Buffer {
  const length: number[] = [];
  for (let left = body.length; left > 0 || length.length === 0; left >>= 7) length.push((left & 127) | (left > 127 ? 128 : 0));
  return Buffer.concat([Buffer.from([kind, ...length]), body]);
}
