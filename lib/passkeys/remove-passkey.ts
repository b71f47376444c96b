import { recordSecurityEvent, type EventOrigin } from "@/lib/security-log";
import { countWaysIn } from "@/lib/users";
import type { PasskeysContext } from "./context";
import { LastWayIn, PasskeyNotFound } from "./errors";
import { deleteOwn, lockOwner } from "./repository";
import { tellOwner } from "./tell-owner";

interface Removal {
  userId: string;
  passkeyId: string;
  origin: EventOrigin;
}

/**
 * Takes one's own passkey away, from the next sign-in on, with its line in the security log and a mail to its owner.
 * Sessions that it opened go on. Of two removals at once that would leave no way in, one is refused.
 * @throws PasskeyNotFound | LastWayIn
 */
export async function removePasskey(
  ctx: Pick<PasskeysContext, "db" | "systemClock" | "appUrl">,
  { userId, passkeyId, origin }: Removal,
): Promise<void> {
  await ctx.db.transaction(async (tx) => {
    await lockOwner(tx, userId);
    const name = await deleteOwn(tx, { userId, passkeyId });
    if (name === null) throw new PasskeyNotFound();
    if ((await countWaysIn(tx, userId)) === 0) throw new LastWayIn();
    const now = ctx.systemClock.now();
    await recordSecurityEvent(tx, { userId, kind: "passkey_removed", origin, detail: name, now });
    await tellOwner(tx, ctx, { template: "passkey-removed", userId, name, now });
  });
}
