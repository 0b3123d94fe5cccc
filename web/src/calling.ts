/** Calls: the visitor and somebody else speak and see each other, from page to page. The camera and the microphone are asked
 *  for when one calls or takes a call, and let go when it ends. */
import type { Live } from "./live.js";
import { type CallNews, type IceServer, readRung, type Signal } from "./protocol/calls.js";
import { readRefusal, type Refusal } from "./protocol/events.js";
import { UNSENT } from "./reasons.js";
import type { CallIntents, CallView, Over } from "./ui/call-view.js";
import type { Interface } from "./ui/interface.js";

interface CallingOptions {
  readonly live: Pick<Live, "wish" | "call" | "calls" | "talk">;
  readonly interface: Pick<Interface, "show" | "view">;
}

/** ms in which a line that was cut may be found again. */
const SOUGHT_FOR = 15_000;

/** Those two that a call needs: who rings makes the offer. */
interface Line {
  readonly call: number;
  readonly mine: boolean;
  ice: readonly IceServer[];
  peer: RTCPeerConnection | null;
  /** Ways to the other that came before its description. */
  early: RTCIceCandidateInit[];
}

const NOTHING = { own: null, other: null, muted: false, camera: null, over: null } as const;

export class Calling implements CallIntents {
  private line: Line | null = null;
  private seeking: ReturnType<typeof setTimeout> | undefined;
  /** What is told is done one after another: a way to the other may come right behind its description. */
  private hearing: Promise<void> = Promise.resolve();

  constructor(private readonly options: CallingOptions) {
    const { live } = options;
    live.calls.on("news", (news) => this.heard(news));
    live.calls.on("signal", (signal) => {
      this.hearing = this.hearing.then(() => this.told(signal)).catch(() => this.over("failed"));
    });
    live.talk.on("welcome", () => void this.back());
  }

  async ring(number: number, video: boolean): Promise<Refusal | null> {
    if (this.view && this.view.stage !== "over") return null;
    this.show({ ...NOTHING, number, video, stage: "calling" });
    if (!(await this.hasMedia(video))) return null;
    const answer = await this.options.live.call("call", { number, video });
    const rung = readRung(answer);
    if (rung?.call == null) {
      this.letGo();
      this.show(null);
      return readRefusal(answer) ?? UNSENT;
    }
    this.line = { call: rung.call, mine: true, ice: rung.ice, peer: null, early: [] };
    return null;
  }

  take(video: boolean): void {
    void this.taken(video);
  }

  end(never = false): void {
    const { line } = this;
    if (line) void this.options.live.wish("call_end", { call: line.call, never });
    if (this.view?.stage === "incoming" || !line) this.close();
    else this.over("ended");
  }

  mute(muted: boolean): void {
    for (const track of this.view?.own?.getAudioTracks() ?? []) track.enabled = !muted;
    this.change({ muted });
  }

  film(on: boolean): void {
    for (const track of this.view?.own?.getVideoTracks() ?? []) track.enabled = on;
    this.change({ camera: on });
  }

  close(): void {
    this.letGo();
    this.show(null);
  }

  private get view(): CallView | null {
    return this.options.interface.view.call;
  }

  private show(call: CallView | null): void {
    this.options.interface.show({ call });
  }

  private change(part: Partial<CallView>): void {
    if (this.view) this.show({ ...this.view, ...part });
  }

  private heard({ call, number, state, video }: CallNews): void {
    if (state === "ringing") {
      if (this.line) return; // the server lets nobody ring who speaks; that one is over by now
      this.line = { call, mine: false, ice: [], peer: null, early: [] };
      this.show({ ...NOTHING, number, video, stage: "incoming" });
    } else if (call === this.line?.call) {
      if (state === "accepted") void this.connect();
      else if (this.view?.stage === "incoming") this.close();
      else this.over(state);
    }
  }

  private async taken(video: boolean): Promise<void> {
    const { line } = this;
    if (!line || line.mine || this.view?.stage !== "incoming") return;
    this.change({ stage: "connecting" });
    if (!(await this.hasMedia(video))) {
      void this.options.live.wish("call_end", { call: line.call });
      return;
    }
    const rung = readRung(await this.options.live.call("call_accept", { call: line.call }));
    if (!rung) return this.over("missed");
    line.ice = rung.ice;
    this.open(line);
  }

  /** Asks for the microphone, and the camera; returns whether there is a voice at least. */
  private async hasMedia(video: boolean): Promise<boolean> {
    const own = (video ? await media(true) : null) ?? (await media(false));
    if (!this.view || this.view.stage === "over") {
      stop(own); // it ended while the visitor was asked
      return false;
    }
    if (!own) {
      this.over("media");
      return false;
    }
    this.change({ own, camera: own.getVideoTracks().length > 0 ? true : null });
    return true;
  }

  /** The other has taken it: offers what there is to send. */
  private async connect(): Promise<void> {
    const { line } = this;
    if (!line || line.peer) return;
    this.change({ stage: "connecting" });
    await this.offer(line, this.open(line));
  }

  private async offer(line: Line, peer: RTCPeerConnection, anew = false): Promise<void> {
    await peer.setLocalDescription(await peer.createOffer({ iceRestart: anew }));
    this.tell(line, "offer", peer.localDescription);
  }

  private open(line: Line): RTCPeerConnection {
    const peer = new RTCPeerConnection({ iceServers: [...line.ice] });
    line.peer = peer;
    const { own } = this.view ?? {};
    for (const track of own?.getTracks() ?? []) peer.addTrack(track, own as MediaStream);
    peer.onicecandidate = ({ candidate }) => {
      if (candidate) this.tell(line, "candidate", candidate);
    };
    peer.ontrack = ({ streams: [other] }) => this.change({ other: other ?? null });
    peer.onconnectionstatechange = () => this.connected(line, peer);
    return peer;
  }

  private connected(line: Line, peer: RTCPeerConnection): void {
    if (line !== this.line) return;
    const { connectionState: state } = peer;
    if (state === "connected") {
      clearTimeout(this.seeking);
      this.seeking = undefined;
      this.change({ stage: "speaking" });
    } else if (state === "disconnected" || state === "failed") {
      this.change({ stage: "lost" });
      this.seeking ??= setTimeout(() => this.failed(line), SOUGHT_FOR);
      if (line.mine && state === "failed") void this.offer(line, peer, true).catch(() => this.failed(line));
    }
  }

  private failed(line: Line): void {
    if (line !== this.line) return;
    void this.options.live.wish("call_end", { call: line.call });
    this.over("failed");
  }

  private async told({ call, kind, data }: Signal): Promise<void> {
    const { line } = this;
    if (!line?.peer || call !== line.call) return;
    const { peer } = line;
    const said = JSON.parse(data) as RTCSessionDescriptionInit & RTCIceCandidateInit;
    if (kind === "candidate") {
      if (peer.remoteDescription) await peer.addIceCandidate(said);
      else line.early.push(said);
      return;
    }
    await peer.setRemoteDescription(said);
    for (const way of line.early.splice(0)) await peer.addIceCandidate(way);
    if (kind !== "offer") return;
    await peer.setLocalDescription(await peer.createAnswer());
    this.tell(line, "answer", peer.localDescription);
  }

  private tell(line: Line, kind: Signal["kind"], what: object | null): void {
    void this.options.live.wish("call_signal", { call: line.call, kind, data: JSON.stringify(what) });
  }

  /** The server knows this page again: a call that it ended meanwhile is over here too. */
  private async back(): Promise<void> {
    const { line } = this;
    if (!line) return;
    const refusal = await this.options.live.wish("call_here", { call: line.call });
    if (refusal?.code === "unknown_call" && line === this.line) this.over("gone");
  }

  private over(why: Over): void {
    this.letGo();
    this.change({ ...NOTHING, stage: "over", over: why });
  }

  /** Gives the camera and the microphone back, and the line. */
  private letGo(): void {
    clearTimeout(this.seeking);
    this.seeking = undefined;
    stop(this.view?.own ?? null);
    this.line?.peer?.close();
    this.line = null;
  }
}

const media = (video: boolean): Promise<MediaStream | null> =>
  navigator.mediaDevices?.getUserMedia({ audio: true, video: video && { width: { ideal: 640 }, height: { ideal: 480 } } }).catch(() => null) ?? Promise.resolve(null);

const stop = (stream: MediaStream | null): void => {
  for (const track of stream?.getTracks() ?? []) track.stop();
};
