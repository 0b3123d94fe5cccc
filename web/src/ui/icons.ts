/** Line icons, 24 × 24, drawn with the colour of the text. Always beside a word, so they are hidden from readers. */
import { svg, html, type SVGTemplateResult, type TemplateResult } from "lit";

const shapes = {
  menu: svg`<path d="M4 7h16M4 12h16M4 17h16" />`,
  close: svg`<path d="M6 6l12 12M18 6L6 18" />`,
  map: svg`<path d="M9 4L3 6.5v13.5l6-2.5 6 2.5 6-2.5V4l-6 2.5L9 4zM9 4v13.5M15 6.5V20" />`,
  person: svg`<circle cx="12" cy="8" r="3.5" /><path d="M5 20c.6-4 3.4-6 7-6s6.400 2 7 6" />`,
  people: svg`<circle cx="9" cy="8" r="3" /><path d="M3 19c.5-3.500 2.800-5.300 6-5.300s5.500 1.800 6 5.300M15.500 5.300a3 3 0 0 1 0 5.400M17.500 14.200c2 .7 3.200 2.300 3.500 4.800" />`,
  headset: svg`<path d="M3 8.500h18v8h-6l-1.500-2.500h-3L9 16.500H3zM3 10.500H1.500M22.500 10.500H21M6.500 8.500C7 6 9 5 12 5s5 1 5.500 3.500" />`,
  guide: svg`<path d="M4 5h16v11H12l-5 4v-4H4zM9 9.200a2.200 2.200 0 1 1 3.200 2c-.8.4-1 .8-1 1.300M11.200 14v.1" />`,
  microphone: svg`<path d="M12 3a2.500 2.500 0 0 1 2.500 2.500v6a2.500 2.500 0 0 1-5 0v-6A2.500 2.500 0 0 1 12 3zM6 11a6 6 0 0 0 12 0M12 17v4M9 21h6" />`,
  help: svg`<circle cx="12" cy="12" r="9" /><path d="M9.500 9.500a2.500 2.500 0 1 1 3.600 2.200c-.8.4-1.100.9-1.100 1.800M12 16.800v.1" />`,
  settings: svg`<path d="M4 8h9M17 8h3M4 16h3M11 16h9" /><circle cx="15" cy="8" r="2.200" /><circle cx="9" cy="16" r="2.200" />`,
  language: svg`<circle cx="12" cy="12" r="9" /><path d="M3 12h18M12 3c5 5 5 13 0 18M12 3c-5 5-5 13 0 18" />`,
  go: svg`<path d="M5 12h13M13 6l6 6-6 6" />`,
  way: svg`<circle cx="6" cy="19" r="2" /><path d="M8 19h8a3.500 3.500 0 0 0 0-7H8a3.500 3.500 0 0 1 0-7h9M14 2l3 3-3 3" />`,
  back: svg`<path d="M19 12H6M11 6l-6 6 6 6" />`,
  captions: svg`<path d="M3 5h18v14H3zM10 10.500a2.200 2.200 0 1 0 0 3M17 10.500a2.200 2.200 0 1 0 0 3" />`,
  screen: svg`<path d="M3 4h18v12H3zM8 20h8M12 16v4" />`,
  play: svg`<path d="M8 5.500v13l10.500-6.500z" />`,
  pause: svg`<path d="M8 5v14M16 5v14" />`,
  previous: svg`<path d="M18 6l-8 6 8 6zM6 6v12" />`,
  next: svg`<path d="M6 6l8 6-8 6zM18 6v12" />`,
  voice: svg`<path d="M4 10v4h3l5 4V6l-5 4H4zM16 9a4 4 0 0 1 0 6M18.500 6.500a8 8 0 0 1 0 11" />`,
  mute: svg`<path d="M4 10v4h3l5 4V6l-5 4H4zM16 9.500l5 5M21 9.500l-5 5" />`,
  tour: svg`<circle cx="6" cy="18" r="2.500" /><circle cx="18" cy="6" r="2.500" /><path d="M8.500 18H15a3 3 0 0 0 0-6H9a3 3 0 0 1 0-6h6.500" />`,
  inspect: svg`<path d="M12 3l8 4.500v9L12 21l-8-4.500v-9L12 3zM12 12l8-4.500M12 12v9M12 12L4 7.500" />`,
  seat: svg`<path d="M7 4l1.500 9.500H17a2 2 0 0 1 2 2V20M8.500 13.500L8 20M8 17h11M12 9.500h5" />`,
  announcement: svg`<path d="M4 10v4h3l8 4.500v-13L7 10H4zM18.500 9.500a4 4 0 0 1 0 5" />`,
  offline: svg`<path d="M3 3l18 18M5 12.500a10 10 0 0 1 4-2.500M2 9a14 14 0 0 1 4.500-3M19 12.500a10 10 0 0 0-3.500-2.300M22 9A14.500 14.500 0 0 0 11 5M8.500 16a5 5 0 0 1 6 0M12 19.500v.1" />`,
  pin: svg`<path d="M12 21c4.500-5 7-8.300 7-11.500A7 7 0 0 0 5 9.500C5 12.700 7.500 16 12 21z" /><circle cx="12" cy="9.500" r="2.500" />`,
  out: svg`<path d="M11 5H5v14h14v-6M14 4h6v6M20 4l-9 9" />`,
  text: svg`<path d="M5 5h14M5 10h14M5 15h14M5 20h8" />`,
  search: svg`<circle cx="10.500" cy="10.500" r="6" /><path d="M15 15l5.500 5.500" />`,
  plus: svg`<path d="M12 5v14M5 12h14" />`,
  minus: svg`<path d="M5 12h14" />`,
  whole: svg`<path d="M4 9V4h5M20 9V4h-5M4 15v5h5M20 15v5h-5" />`,
  link: svg`<path d="M10 14a4 4 0 0 0 6 .4l3-3a4 4 0 0 0-5.700-5.700L12 7M14 10a4 4 0 0 0-6-.4l-3 3a4 4 0 0 0 5.700 5.700L12 17" />`,
  install: svg`<path d="M12 3v11M7.500 10l4.500 4.500 4.500-4.500M4 16v4h16v-4" />`,
  locate: svg`<circle cx="12" cy="12" r="6" /><path d="M12 2v4M12 18v4M2 12h4M18 12h4" /><circle cx="12" cy="12" r="1.500" />`,
  star: svg`<path d="M12 3.500l2.600 5.500 6 .8-4.400 4.200 1.100 6L12 17.100 6.700 20l1.100-6L3.400 9.800l6-.8z" />`,
  tick: svg`<path d="M5 12.500l4.500 4.500L19 7.500" />`,
  card: svg`<path d="M3 6h18v13H3zM13.500 10.500H18M13.500 14.500H18" /><circle cx="8" cy="11" r="1.800" /><path d="M5.500 16c.3-1.700 1.200-2.400 2.500-2.400s2.200.7 2.500 2.400" />`,
  note: svg`<path d="M5 4h14v11l-5 5H5zM14 20v-5h5M8.500 9h7M8.500 12.500h4" />`,
  save: svg`<path d="M12 4v11M7.500 10.500L12 15l4.500-4.500M5 19.500h14" />`,
  takeUp: svg`<path d="M12 15V4M7.500 8.500L12 4l4.500 4.500M5 19.500h14" />`,
  print: svg`<path d="M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z" />`,
  bell: svg`<path d="M6 16V11a6 6 0 0 1 12 0v5l1.500 2h-15zM10 20.500h4M12 3v2" />`,
  calendar: svg`<path d="M4 6h16v14H4zM4 10.500h16M8.500 3.500V8M15.500 3.500V8M8 14.500h3M13 14.500h3" />`,
  bin: svg`<path d="M5 7h14M10 7V4.500h4V7M7 7l1 13h8l1-13M10.500 11v5M13.500 11v5" />`,
  desk: svg`<path d="M4 10h16l-2 4H6zM9 14v6M15 14v6M7 20h10M12 10V5.500" /><circle cx="12" cy="4" r="1.500" />`,
  letter: svg`<path d="M3 6h18v13H3zM3.500 6.500L12 13l8.500-6.500" />`,
  talk: svg`<path d="M4 5h16v11h-9l-5 4v-4H4zM8 9h8M8 12.500h5" />`,
  send: svg`<path d="M4 12L20 4l-4.500 16-4-6.500zM11.500 13.500L20 4" />`,
  handshake: svg`<path d="M2.500 8l4-2.500 3 1 2.500-1 3.500-.500 6 3M2.500 16l3 .5 5 3.500 1.500-.5 1 .5 1.500-.8 1-1.200 1.500-.5 4.500-2.500M12 6.500L8.500 10a1.600 1.600 0 0 0 2.200 2.300L13 10.500l5 5" />`,
  clap: svg`<path d="M8 20c-3-2-4-5-3-9l1.500-4M6.500 13L12 6M9 14.500l5-6M12 16l4-4.500M8 20c3 1.500 6 1 8.500-1.500L20 14M14 3v2M18 4.500l-1.500 1.500M10 2.500l.7 1.800" />`,
  heart: svg`<path d="M12 20C6 15.500 3.500 12.500 3.500 9A4.500 4.500 0 0 1 12 7a4.500 4.500 0 0 1 8.500 2c0 3.500-2.500 6.500-8.500 11z" />`,
  laugh: svg`<circle cx="12" cy="12" r="9" /><path d="M7.500 13.500h9a4.500 4.500 0 0 1-9 0zM8 9.500l1.200-1.200 1.200 1.200M13.600 9.500l1.200-1.200 1.200 1.200" />`,
  wow: svg`<circle cx="12" cy="12" r="9" /><circle cx="12" cy="15.500" r="2" /><path d="M9 9v.1M15 9v.1" />`,
  raise: svg`<path d="M7 20v-9a1.400 1.400 0 0 1 2.800 0V5.500a1.400 1.400 0 0 1 2.800 0V11 5a1.400 1.400 0 0 1 2.800 0v9l2-1.500a1.500 1.500 0 0 1 2 2L15.500 20z" />`,
} satisfies Record<string, SVGTemplateResult>;

export type IconName = keyof typeof shapes;

export function icon(name: IconName): TemplateResult {
  return html`<svg width="24" height="24" viewBox="0 0 24 24" fill="none" stroke="currentColor" stroke-width="2"
    stroke-linecap="round" stroke-linejoin="round" aria-hidden="true">${shapes[name]}</svg>`;
}

/** The lines of an icon, for canvases. */
export function pathsOf(name: IconName): Path2D {
  const whole = new Path2D();
  const source = (shapes[name] as SVGTemplateResult).strings.join("");
  for (const [, d = ""] of source.matchAll(/ d="([^"]+)"/g)) whole.addPath(new Path2D(d));
  for (const [, cx, cy, r] of source.matchAll(/<circle cx="([\d.]+)" cy="([\d.]+)" r="([\d.]+)"/g)) {
    whole.moveTo(Number(cx) + Number(r), Number(cy));
    whole.arc(Number(cx), Number(cy), Number(r), 0, 2 * Math.PI);
  }
  return whole;
}
