import { expect, it } from "vitest";
import { wantsTelling } from "../../src/ui/home-screen.js";

const IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko)";
const IPAD = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Safari/605.1.15";
const asks = (userAgent: string, standalone: boolean | null = false, maxTouchPoints = 5): boolean =>
  wantsTelling({ userAgent, maxTouchPoints, ...(standalone === null ? {} : { standalone }) });

it("tells Safari on a phone or a tablet of Apple", () => {
  expect(asks(`${IPHONE} Version/17.5 Mobile/15E148 Safari/604.1`)).toBe(true);
  expect(asks(IPAD)).toBe(true);
});

it.each([
  ["an app of the home screen", `${IPHONE} Version/17.5 Mobile/15E148 Safari/604.1`, true, 5],
  ["Chrome there", `${IPHONE} CriOS/126.0.6478.54 Mobile/15E148 Safari/604.1`, false, 5],
  ["Firefox there", `${IPHONE} FxiOS/127.0 Mobile/15E148 Safari/605.1.15`, false, 5],
  ["a page within WeChat", `${IPHONE} Mobile/15E148 MicroMessenger/8.0.49`, false, 5],
  ["Safari on a desk", IPAD, false, 0],
  ["Android", "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36", null, 5],
])("tells not %s", (_who, userAgent, standalone, points) => {
  expect(asks(userAgent, standalone, points)).toBe(false);
});
