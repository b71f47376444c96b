import type { Db } from "@/lib/db";
import { isAlwaysOn } from "./policy";
import { findEnabled } from "./queries";
import type { NotificationSetting } from "./types";

/** Whether a person wants to be told of something in this way. What is always on is not looked up. */
export async function wantsNotification(
  db: Db,
  { userId, kind, channel }: NotificationSetting & { userId: string },
): Promise<boolean> {
  return isAlwaysOn(kind) || findEnabled(db, { userId, kind, channel });
}
