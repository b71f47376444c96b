import type { LedgerCheckState } from "./types";

/** A check says every few seconds that it goes on: after this it has ended with its process. */
const silentAfterMs = 10 * 60_000;

/** A check that was not heard of for long has failed, whatever its row says. */
export function stateOf(stored: LedgerCheckState, updatedAt: Date, now: Date): LedgerCheckState {
  const unfinished = stored === "waiting" || stored === "running";
  return unfinished && now.getTime() - updatedAt.getTime() > silentAfterMs ? "failed" : stored;
}
