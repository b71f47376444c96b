import type { Actor } from "@/lib/ports/actor";
import type { DomainError } from "./errors";

/**
 * Asked by each use case of admins, whatever the page asked before it.
 * @returns who it is
 * @throws what the module has for everybody else
 */
export function requireAdmin(actor: Actor, Forbidden: new () => DomainError): string {
  if (actor.kind !== "user" || actor.role !== "admin") throw new Forbidden();
  return actor.userId;
}
