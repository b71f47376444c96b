import type { Actor } from "@/lib/ports/actor";
import { StripeEventsForbidden } from "./errors";

/**
 * Admins, and the system itself.
 * @returns who it is, for the record
 * @throws StripeEventsForbidden
 */
export function requireOperator(actor: Actor): string {
  if (actor.kind === "system") return `system:${actor.name}`;
  if (actor.kind === "user" && actor.role === "admin") return actor.userId;
  throw new StripeEventsForbidden();
}
