import { expect, it } from "vitest";
import { inkOn } from "../../src/ui/zone-badge.js";

it.each(["#1F6FB2", "#0B8F8C", "#7A4FB5", "#C8561B", "#6E7B1E", "#B3202C", "#2E7D4F", "#FFFFFF", "#000000", "#FFB000"])(
  "writes large letters that can be read on %s",
  (color) => {
    expect(inkOn(color).contrast).toBeGreaterThanOrEqual(3.4);
  },
);

it("keeps white where it can", () => {
  expect(inkOn("#1F6FB2").ink).toBe("#ffffff");
  expect(inkOn("#FFB000").ink).toBe("#000000");
});
