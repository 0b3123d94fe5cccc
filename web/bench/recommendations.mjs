/* How often the next thing that a visitor would like is among five suggestions, beside the five most popular; over the reference venue, for
   visitors whose interests are known (parts/interested.ts). Usage: scripts/bench recommendations [LAYOUT or the address of a running server]; bar: twice. */
import { join } from "node:path";
import { createServer } from "vite";
import { ROOT, serve } from "./parts/serving.mjs";

const [layout = join(ROOT, "layouts/wmc/venue.yaml")] = process.argv.slice(2);
const SEEDS = [1, 2, 3, 4, 5];
const VISITORS = 2_000;

const { url, end } = layout.startsWith("http") ? { url: layout, end: () => undefined } : await serve(layout);
const compiler = await createServer({ root: join(ROOT, "web"), configFile: false, logLevel: "error", appType: "custom", server: { middlewareMode: true, ws: false }, optimizeDeps: { noDiscovery: true } });
try {
  const [{ Interests }, { subjectsOf }, { readManifest }, { compare }] = await Promise.all(
    ["/src/session/interest.ts", "/src/hall/subjects.ts", "/src/hall/manifest.ts", "/bench/parts/interested.ts"].map((path) => compiler.ssrLoadModule(path)));
  const { venues: [venue] } = await (await fetch(`${url}api/v1/venues`)).json();
  const read = readManifest(await (await fetch(new URL(venue.manifest, url))).json());
  if (!read.ok) throw new Error(read.error);
  const subjects = subjectsOf(read.value);
  const interests = new Interests(subjects);
  const before = performance.now();
  const rounds = SEEDS.map((seed) => compare(subjects, (visit, most) => interests.suggest(visit, most), seed, VISITORS));
  console.log(`${subjects.length} booths and exhibits; ${VISITORS} visitors with one to three interests, five suggestions each`);
  for (const [index, { visitors, hits, popular }] of rounds.entries())
    console.log(`seed ${SEEDS[index]}: hit ${(100 * hits).toFixed(1)}%, by popularity ${(100 * popular).toFixed(1)}%: ${(hits / popular).toFixed(2)}x (${visitors} visitors)`);
  console.log(`least: ${Math.min(...rounds.map(({ hits, popular }) => hits / popular)).toFixed(2)}x (bar 2x); ${((performance.now() - before) / SEEDS.length / VISITORS).toFixed(2)} ms a visitor`);
} finally {
  await compiler.close();
  await end();
}
