/** How much of what a page shows is black, as where light or a program that draws is broken. */
import type { Page } from "playwright-core";

/** From here on down a channel counts as black, of 255. */
const BLACK = 14;

/** Share of the page's pixels of which all three channels are black. */
export async function darkness(page: Page): Promise<number> {
  const picture = (await page.screenshot()).toString("base64");
  return page.evaluate(async ({ picture, black }) => {
    const bytes = Uint8Array.from(atob(picture), (each) => each.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes], { type: "image/png" }));
    const pen = new OffscreenCanvas(image.width, image.height).getContext("2d");
    if (!pen) throw new Error("no canvas");
    pen.drawImage(image, 0, 0);
    const { data } = pen.getImageData(0, 0, image.width, image.height);
    let count = 0;
    for (let i = 0; i < data.length; i += 4) if (Math.max(data[i] ?? 0, data[i + 1] ?? 0, data[i + 2] ?? 0) < black) count += 1;
    return count / (data.length / 4);
  }, { picture, black: BLACK });
}
