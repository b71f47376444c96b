import type { Db } from "@/lib/db";
import { wantsNotification } from "@/lib/notification-preferences";
import { notificationKinds, type NotificationChannel } from "@/lib/notification-preferences/types";
import { insertNotice } from "./repository";
import type { NewNotice } from "./types";

/**
 * Tells a person something inside the app, in the caller's transaction: it stands there if and only if that commits, and
 * once, because its key is told once for ever. Kinds that are not told in the app, or that this person switched off
 * there, are left out, and their key stays free; so is whoever has no account any more.
 */
export async function postNotice(tx: Db, notice: NewNotice): Promise<void> {
  const { userId, kind } = notice;
  const channels: readonly NotificationChannel[] = notificationKinds[kind].channels;
  if (!channels.includes("in_app")) return;
  if (await wantsNotification(tx, { userId, kind, channel: "in_app" })) await insertNotice(tx, notice);
}
