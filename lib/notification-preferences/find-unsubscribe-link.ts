import type { AppContext } from "@/lib/context";
import { findEnabled, hasAccount } from "./queries";
import type { NotificationKind } from "./types";
import { readUnsubscribeToken } from "./unsubscribe-token";

/** What a link from a mail is about and whether those mails are on; null when it leads to nothing (any more). */
export async function findUnsubscribeLink(
  { db, unsubscribeKeys }: Pick<AppContext, "db" | "unsubscribeKeys">,
  token: string,
): Promise<{ kind: NotificationKind; enabled: boolean } | null> {
  const target = readUnsubscribeToken(unsubscribeKeys, token);
  if (!target || !(await hasAccount(db, target.userId))) return null;
  return { kind: target.kind, enabled: await findEnabled(db, { ...target, channel: "email" }) };
}
