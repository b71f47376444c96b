import type { AppContext } from "@/lib/context";
import { UnsubscribeLinkInvalid } from "./errors";
import { hasAccount } from "./queries";
import { keepChoices } from "./repository";
import { readUnsubscribeToken } from "./unsubscribe-token";

interface LinkUse {
  token: string;
  /** False switches the mails off, true on again. */
  enabled: boolean;
}

/**
 * Switches the mails that a link is about off or on, for whoever has the link: nobody needs to be signed in.
 * Idempotent, as often as it is used.
 * @throws UnsubscribeLinkInvalid
 */
export async function switchMailsByLink(
  { db, systemClock, unsubscribeKeys }: Pick<AppContext, "db" | "systemClock" | "unsubscribeKeys">,
  { token, enabled }: LinkUse,
): Promise<void> {
  const target = readUnsubscribeToken(unsubscribeKeys, token);
  if (!target || !(await hasAccount(db, target.userId))) throw new UnsubscribeLinkInvalid();
  const { userId, kind } = target;
  await db.transaction((tx) =>
    keepChoices(tx, { userId, choices: [{ kind, channel: "email", enabled }], now: systemClock.now() }),
  );
}
