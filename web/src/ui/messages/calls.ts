/** What the interface says of calls. Both languages have the same keys: tsc sees to it. */
import type { Language } from "../../core/text.js";

const en = {
  call: "Call",
  callOf: (name: string) => `Call ${name}`,
  callsAsked: "Your microphone and camera are asked for only when you call or take a call. What you say goes to the other person, not to us.",
  with: (name: string) => `Call with ${name}`,
  incoming: (name: string) => `${name} calls you`,
  incomingVideo: (name: string) => `${name} calls you with video`,
  takeVideo: "Take with video",
  takeVoice: "Take, voice only",
  decline: "Decline",
  never: "Decline, and no more calls from them",
  calling: (name: string) => `Calling ${name}…`,
  connecting: "Connecting…",
  speaking: (name: string) => `You speak with ${name}`,
  lost: "The line is cut. Looking for another way…",
  mute: "Mute",
  unmute: "Unmute",
  cameraOff: "Camera off",
  cameraOn: "Camera on",
  hangUp: "Hang up",
  close: "Close",
  you: "You",
  over: {
    declined: "They did not take the call.",
    missed: "Nobody answered.",
    ended: "The call is over.",
    gone: "They are no longer here.",
    failed: "The two of you could not be connected. One of the networks may forbid it.",
    media: "There is no microphone, or this page may not use it. Look at the permissions of this page.",
  },
};

type Said<T> = { readonly [Key in keyof T]: T[Key] extends (...args: infer Args) => string ? (...args: Args) => string : T[Key] extends string ? string : Said<T[Key]> };
export type CallWords = Said<typeof en>;

const zh: CallWords = {
  call: "通话",
  callOf: (name) => `与${name}通话`,
  callsAsked: "仅在您呼叫或接听时才会请求麦克风和摄像头。通话内容直接传给对方，不经过我们。",
  with: (name) => `与${name}的通话`,
  incoming: (name) => `${name} 邀请您语音通话`,
  incomingVideo: (name) => `${name} 邀请您视频通话`,
  takeVideo: "视频接听",
  takeVoice: "语音接听",
  decline: "拒绝",
  never: "拒绝，且不再接受其来电",
  calling: (name) => `正在呼叫${name}…`,
  connecting: "正在连接…",
  speaking: (name) => `正在与${name}通话`,
  lost: "连接中断，正在重新连接…",
  mute: "静音",
  unmute: "取消静音",
  cameraOff: "关闭摄像头",
  cameraOn: "打开摄像头",
  hangUp: "挂断",
  close: "关闭",
  you: "您",
  over: {
    declined: "对方未接听。",
    missed: "无人接听。",
    ended: "通话已结束。",
    gone: "对方已离开。",
    failed: "双方无法建立连接，可能是某一方的网络不允许。",
    media: "没有可用的麦克风，或本页面未获授权。请检查页面权限。",
  },
};

export const callWords: Readonly<Record<Language, CallWords>> = { en, zh };
