import { v7 as uuidv7 } from "uuid";
import type { Db } from "@/lib/db";
import { insertSecurityEvent } from "./repository";
import type { NewSecurityEvent } from "./types";

/** Adds a line to a person's security log in the caller's transaction: it stands there if and only if that commits. */
export async function recordSecurityEvent(
  tx: Db,
  { userId, kind, origin, detail = null, now }: NewSecurityEvent,
): Promise<void> {
  await insertSecurityEvent(tx, {
    id: uuidv7(),
    userId,
    kind,
    ip: origin.ip,
    userAgent: origin.userAgent?.slice(0, 500) ?? null,
    detail: detail?.slice(0, 200) ?? null,
    createdAt: now,
  });
}
