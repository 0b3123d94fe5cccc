import { expect, it } from "vitest";
import { newsOf } from "../src/news.js";
import type { Led } from "../src/ui/lead-view.js";
import { blankView, type View } from "../src/ui/view.js";
import { sample } from "./hall/sample.js";

const manifest = sample();

const area = manifest.areas[0]!.id;
const loading: View = { ...blankView, hall: manifest, area };
const ready: View = { ...loading, progress: { loaded: 1, total: 1, ready: true } };
const walking: View = { ...ready, phase: "walking", zone: "a" };
const news = (view: View, before: View): string[] =>
  newsOf(view, before).map((each) => {
    const { event, detail } = each as { event: string; detail: Record<string, unknown> };
    return [event, ...Object.values(detail)].join(" ");
  });
const led = (state: Led["state"], to = "b1"): View => ({ ...walking, led: { to, name: { en: "B", zh: "B" }, state } });

it("tells when one may enter, where, and when one has", () => {
  expect(news(loading, blankView)).toEqual([]);
  expect(news(ready, loading)).toEqual([`ready ${manifest.venue}`, `area ${area}`]);
  expect(news(walking, ready)).toEqual(["zone a", "enter"]);
  expect(news(walking, blankView)).toEqual([`ready ${manifest.venue}`, `area ${area}`, "zone a", "enter"]);
});

it("tells of another area and zone", () => {
  expect(news({ ...walking, area: "park", zone: null }, walking)).toEqual(["area park", "zone "]);
});

it("tells of cards and inspections that open and close", () => {
  const inspect = { placement: "rocket-1", explode: 0, cut: false, spot: null, measuring: false, ends: [null, null], metres: null } as const;
  expect(news({ ...walking, selected: "b1", inspect }, walking)).toEqual(["select b1", "inspect rocket-1"]);
  expect(news({ ...walking, inspect: { ...inspect, explode: 1 } }, { ...walking, inspect })).toEqual([]);
  expect(news(walking, { ...walking, selected: "b1", inspect })).toEqual(["select ", "inspect "]);
});

it("tells once of an arrival, or that there is no way", () => {
  expect(news(led("leading"), led("asking"))).toEqual([]);
  expect(news(led("arrived"), led("leading"))).toEqual(["arrive b1"]);
  expect(news(led("arrived"), led("arrived"))).toEqual([]);
  expect(news(led("failed", "b2"), led("asking", "b2"))).toEqual(["error no_way b2"]);
  expect(news(walking, led("arrived"))).toEqual([]);
});

it("tells what keeps one out", () => {
  expect(news({ ...blankView, phase: "failed" }, blankView)).toEqual(["error unreachable"]);
  expect(news({ ...blankView, phase: "unsupported" }, blankView)).toEqual(["error no_webgl"]);
});

it("says nothing of people", () => {
  const person = { number: 7, nickname: "Ada", color: 1, area } as never;
  expect(news({ ...walking, me: person, people: [person] }, walking)).toEqual([]);
  expect(JSON.stringify(newsOf({ ...walking, me: person, people: [person] }, blankView))).not.toContain("Ada");
});
