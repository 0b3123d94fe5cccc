/**
 * The fast channel: positions over a plain WebSocket, binary, allowed to be lost.
 *
 * Own positions go out at most five times a second, a guide's ten times, and only when they changed, with a sign of life
 * in between.
 * A ticket is good for one connection; when the connection ends, `lost` asks for another one.
 */
import { decodePresence, encodePosition, type Position, type PresenceFrame } from "../protocol/presence.js";
import { Backoff } from "./backoff.js";

export interface PositionLinkHandlers {
  frame(frame: PresenceFrame, arrived: number): void;
  /** The connection ended and the wait is over: a new ticket is needed. */
  lost(): void;
}

const SEND_EVERY = 200;
/** While others look where this visitor looks: each of them sees it later by this. */
const LEAD_EVERY = 100;
const ALIVE_EVERY = 2_000;
const CONGESTED = 64; // bytes still waiting in our own socket: a slow line gets fewer positions, not later ones
const SETTLED = 5_000;

export class PositionLink {
  private socket: WebSocket | null = null;
  private sent: Uint8Array = new Uint8Array();
  private sentAt = -Infinity;
  private waiting = false;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private readonly backoff = new Backoff();

  constructor(
    private readonly address: (ticket: string) => string,
    private readonly handlers: PositionLinkHandlers,
    private readonly now: () => number,
  ) {}

  open(ticket: string): void {
    this.close();
    const socket = new WebSocket(this.address(ticket));
    socket.binaryType = "arraybuffer";
    this.socket = socket;
    const opened = this.now();
    socket.onmessage = ({ data }: MessageEvent<unknown>) => this.receive(data);
    socket.onopen = () => (this.sentAt = -Infinity);
    socket.onclose = () => {
      if (this.socket !== socket) return;
      this.socket = null;
      if (this.now() - opened > SETTLED) this.backoff.reset();
      this.timer = setTimeout(() => this.ask(), this.backoff.next());
      this.waiting = true;
    };
  }

  /** Ends the connection and asks for no other. */
  close(): void {
    clearTimeout(this.timer);
    this.waiting = false;
    const socket = this.socket;
    this.socket = null;
    socket?.close();
  }

  /** Where it waits to ask for another ticket, asks now. */
  hurry(): void {
    if (this.waiting) this.ask();
  }

  get connected(): boolean {
    return this.socket?.readyState === WebSocket.OPEN;
  }

  /** Tells where the visitor is, who `leads` others or not; may be called every frame. Returns whether it was sent. */
  report(position: Position, leads = false): boolean {
    const since = this.now() - this.sentAt;
    if (!this.socket || !this.connected || since < (leads ? LEAD_EVERY : SEND_EVERY) || this.socket.bufferedAmount > CONGESTED) return false;
    const bytes = encodePosition(position);
    if (since < ALIVE_EVERY && bytes.every((byte, i) => byte === this.sent[i])) return false;
    this.socket.send(bytes);
    this.sent = bytes;
    this.sentAt = this.now();
    return true;
  }

  private ask(): void {
    clearTimeout(this.timer);
    this.waiting = false;
    this.handlers.lost();
  }

  private receive(data: unknown): void {
    const frame = data instanceof ArrayBuffer ? decodePresence(data) : null;
    if (frame) this.handlers.frame(frame, this.now());
  }
}
