import type { AppContext } from "@/lib/context";
import { countWaysIn } from "@/lib/users";
import { recordSecurityEvent, type EventOrigin } from "@/lib/security-log";
import { LastWayIn, LinkNotFound } from "./errors";
import { deleteAccount, lockOwner } from "./repository";
import { tellOwner } from "./tell-owner";
import { providerNames, type LinkedProvider } from "./types";

interface Unlinking {
  userId: string;
  provider: LinkedProvider;
  origin: EventOrigin;
}

/**
 * Ends that an account elsewhere signs a person in, writes it into their security log and mails them. Of parallel calls
 * that would leave no way in together, one is refused.
 * @throws LastWayIn | LinkNotFound
 */
export async function unlinkAccount(
  ctx: Pick<AppContext, "db" | "systemClock" | "appUrl">,
  { userId, provider, origin }: Unlinking,
): Promise<void> {
  const now = ctx.systemClock.now();
  await ctx.db.transaction(async (tx) => {
    await lockOwner(tx, userId);
    const account = await deleteAccount(tx, userId, provider);
    if (!account) throw new LinkNotFound();
    if ((await countWaysIn(tx, userId)) === 0) throw new LastWayIn();
    const detail = `${providerNames[provider]}: ${account}`;
    await recordSecurityEvent(tx, { userId, kind: "account_unlinked", origin, detail, now });
    await tellOwner(tx, ctx, { template: "account-unlinked", userId, provider, account, now });
  });
}
