import type { Db } from "@/lib/db";
import type { Actor } from "@/lib/ports/actor";
import { isUuid } from "@/lib/shared/is-uuid";
import { ActorNotAdmin, OwnAccount, UserNotFound } from "./errors";
import { isActiveAdmin } from "./queries";
import { lockUserForMoney } from "./repository";

/**
 * Asks the database whether who acts is an admin at this moment: one who lost the role or was suspended in another tab
 * can do nothing more.
 * @returns the admin's id
 * @throws ActorNotAdmin
 */
export async function requireActiveAdmin(tx: Db, actor: Actor): Promise<string> {
  if (actor.kind !== "user" || actor.role !== "admin" || !(await isActiveAdmin(tx, actor.userId)))
    throw new ActorNotAdmin();
  return actor.userId;
}

/**
 * Begins an act of an admin on somebody's credits or plan: keeps other such acts on them waiting until the transaction
 * ends. Nobody acts on themselves, or on who was deleted.
 * @returns the admin's id, and the person's address
 * @throws ActorNotAdmin | OwnAccount | UserNotFound
 */
export async function beginSupportAct(
  tx: Db,
  actor: Actor,
  userId: string,
): Promise<{ adminId: string; email: string }> {
  const adminId = await requireActiveAdmin(tx, actor);
  if (adminId === userId.toLowerCase()) throw new OwnAccount();
  const user = isUuid(userId) ? await lockUserForMoney(tx, userId) : null;
  if (!user || user.anonymisedAt) throw new UserNotFound();
  return { adminId, email: user.email };
}
