/** A wire between browser and server that a test can cut: a TCP relay. */
import { type AddressInfo, createServer, connect, type Server, type Socket } from "node:net";

export class Wire {
  private readonly ends = new Set<Socket>();
  private readonly relay: Server;
  private whole = true;

  private constructor(private readonly port: number) {
    this.relay = createServer((near) => this.join(near));
  }

  /** A wire to a port of this machine. */
  static async to(port: number): Promise<Wire> {
    const wire = new Wire(port);
    await new Promise<void>((listening) => wire.relay.listen(0, "127.0.0.1", listening));
    return wire;
  }

  get url(): string {
    return `http://127.0.0.1:${String((this.relay.address() as AddressInfo).port)}/`;
  }

  /** Every connection breaks, and new ones are refused. */
  cut(): void {
    this.whole = false;
    for (const end of this.ends) end.destroy();
  }

  /** What is connected hears no more from the other end, and is not told so; new connections are whole. */
  stall(): void {
    for (const end of this.ends) end.unpipe();
  }

  mend(): void {
    this.whole = true;
  }

  async remove(): Promise<void> {
    this.cut();
    await new Promise((closed) => this.relay.close(closed));
  }

  private join(near: Socket): void {
    if (!this.whole) return void near.destroy();
    const far = connect(this.port, "127.0.0.1");
    for (const [end, other] of [[near, far], [far, near]] as const) {
      this.ends.add(end);
      end.setNoDelay(true);
      end.pipe(other);
      end.on("error", () => other.destroy());
      end.on("close", () => {
        this.ends.delete(end);
        other.destroy();
      });
    }
  }
}
