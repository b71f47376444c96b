import type { Actor } from "@/lib/ports/actor";
import { SupportForbidden } from "./errors";

/**
 * Asked again here, whatever the page asked: what support reads is about other people.
 * @throws SupportForbidden
 */
export function requireAdmin(actor: Actor): void {
  if (actor.kind !== "user" || actor.role !== "admin") throw new SupportForbidden();
}
