/** Safari on iPhones and iPads puts pages among the apps only through its own menu, and asks nobody: so they are told. */

interface Device {
  readonly userAgent: string;
  readonly maxTouchPoints: number;
  /** Whether the page was opened as an app; only browsers of Apple's kind know it. */
  readonly standalone?: boolean;
}

/** Others on the same devices, and pages within apps, name themselves beside Safari, or leave that out. */
const OTHERS = /CriOS|FxiOS|EdgiOS|OPiOS|OPT\/|DuckDuckGo|GSA\/|YaBrowser|MicroMessenger/;

/** Whether this is Safari on a phone or tablet of Apple, with the hall in a tab. */
export function wantsTelling({ userAgent, maxTouchPoints, standalone }: Device = navigator): boolean {
  const apple = /iPhone|iPod|iPad/.test(userAgent) || (userAgent.includes("Macintosh") && maxTouchPoints > 1); // as iPads say
  return apple && /Version\/[\d.]+ .*Safari\//.test(userAgent) && !OTHERS.test(userAgent) && standalone === false;
}
