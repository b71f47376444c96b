import type { Actor } from "@/lib/ports/actor";
import { TransactionNotFound } from "./errors";

/**
 * Asked again here, whatever the page asked: what is read is about other people's money.
 * @throws TransactionNotFound
 */
export function requireAdmin(actor: Actor): string {
  if (actor.kind !== "user" || actor.role !== "admin") throw new TransactionNotFound();
  return actor.userId;
}
