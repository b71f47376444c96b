import type { Actor } from "@/lib/ports/actor";
import { QueueForbidden } from "./errors";

/** @throws QueueForbidden */
export function requireAdmin(actor: Actor): void {
  if (actor.kind !== "user" || actor.role !== "admin") throw new QueueForbidden();
}
