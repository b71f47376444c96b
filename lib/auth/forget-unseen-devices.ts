import type { AppContext } from "@/lib/context";
import { inBatches } from "@/lib/shared/in-batches";
import { deleteDevicesUnseenSince } from "./device-repository";
import { deviceCookieSeconds } from "./policy";

/**
 * Deletes the browsers whose cookie has ended. The latest one of a person stays: without any, a sign-in elsewhere would be
 * their first, and no mail would tell of it. Idempotent.
 * @returns how many
 */
export function forgetUnseenDevices({
  db,
  systemClock,
}: Pick<AppContext, "db" | "systemClock">): Promise<number> {
  const unseenSince = new Date(systemClock.now().getTime() - deviceCookieSeconds * 1_000);
  return inBatches((limit) => deleteDevicesUnseenSince(db, unseenSince, limit));
}
