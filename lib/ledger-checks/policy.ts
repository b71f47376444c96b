import type { Actor } from "@/lib/ports/actor";
import { LedgerCheckForbidden } from "./errors";
import type { LedgerCheckState } from "./types";

/** A check says every few seconds that it goes on: after this it has ended with its process. */
const silentAfterMs = 10 * 60_000;

/** A check that was not heard of for long has failed, whatever its row says. */
export function stateOf(stored: LedgerCheckState, updatedAt: Date, now: Date): LedgerCheckState {
  const unfinished = stored === "waiting" || stored === "running";
  return unfinished && now.getTime() - updatedAt.getTime() > silentAfterMs ? "failed" : stored;
}

/** @throws LedgerCheckForbidden */
export function requireAdmin(actor: Actor): string {
  if (actor.kind !== "user" || actor.role !== "admin") throw new LedgerCheckForbidden();
  return actor.userId;
}
