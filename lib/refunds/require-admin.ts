import type { Actor } from "@/lib/ports/actor";
import { RefundForbidden } from "./errors";

/** @throws RefundForbidden */
export function requireAdmin(actor: Actor): string {
  if (actor.kind !== "user" || actor.role !== "admin") throw new RefundForbidden();
  return actor.userId;
}
