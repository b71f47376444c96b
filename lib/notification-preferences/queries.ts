import type { Db } from "@/lib/db";
import { enabledByDefault, toChoices } from "./policy";
import type { NotificationChoice, NotificationSetting } from "./types";

/** How every switch of a person stands. */
export async function getNotificationPreferences(db: Db, userId: string): Promise<NotificationChoice[]> {
  const stored = await db.prisma.notificationPreference.findMany({
    where: { userId },
    select: { kind: true, channel: true, enabled: true },
  });
  return toChoices(stored);
}

/** How one switch of a person stands. */
export async function findEnabled(
  db: Db,
  { userId, kind, channel }: NotificationSetting & { userId: string },
): Promise<boolean> {
  const chosen = await db.prisma.notificationPreference.findUnique({
    where: { userId_kind_channel: { userId, kind, channel } },
    select: { enabled: true },
  });
  return chosen?.enabled ?? enabledByDefault;
}

/** Whether there is somebody who could be written to. */
export async function hasAccount(db: Db, userId: string): Promise<boolean> {
  const user = await db.prisma.user.findUnique({ where: { id: userId }, select: { anonymisedAt: true } });
  return user !== null && user.anonymisedAt === null;
}
