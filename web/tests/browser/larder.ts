/**
 * Halls that servers of earlier test files compiled, for the next server of the same layout. A server gets a copy in its
 * own data folder and asks, as it always does, whether the hall is what it would make; if not, it makes it anew.
 */
import { createHash } from "node:crypto";
import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const PLACE = "HALLWRIGHT_TEST_LARDER";

/** Vitest calls this once, before the first file; what it returns, after the last one. */
export default function open(): () => void {
  const folder = mkdtempSync(join(tmpdir(), "hallwright-larder-"));
  process.env[PLACE] = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}

/** Gives a data folder the hall of this layout, if there is one. */
export function take(layout: string, data: string): void {
  const kept = shelfOf(layout);
  if (kept && existsSync(kept)) cpSync(kept, join(data, "halls"), { recursive: true });
}

/** Keeps the hall of a server that has ended, whole or not; the first one stays. */
export function keep(layout: string, data: string): void {
  const [kept, made] = [shelfOf(layout), join(data, "halls")];
  if (!kept || existsSync(kept) || !existsSync(made)) return;
  const beside = mkdtempSync(`${kept}-`); // files that run side by side never see half a hall
  cpSync(made, beside, { recursive: true });
  try {
    renameSync(beside, kept);
  } catch {
    rmSync(beside, { recursive: true, force: true }); // another was first
  }
}

function shelfOf(layout: string): string | null {
  const folder = process.env[PLACE];
  return folder ? join(folder, createHash("sha256").update(layout).digest("hex").slice(0, 16)) : null;
}
