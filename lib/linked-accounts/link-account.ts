import type { AppContext } from "@/lib/context";
import { recordSecurityEvent, type EventOrigin } from "@/lib/security-log";
import { LinkedElsewhere, ProviderInUse } from "./errors";
import { findLinkedUser } from "./queries";
import { insertAccount, lockOwner, lockProviderAccount } from "./repository";
import { tellOwner } from "./tell-owner";
import { providerNames, type ProviderIdentity } from "./types";
import { verifiedAddress } from "./verified-address";

interface NewLink {
  /** Who asked for it in settings, and proved a moment ago who they are: the caller has made sure of both. */
  userId: string;
  identity: ProviderIdentity;
  origin: EventOrigin;
}

/**
 * Lets an account at a provider sign a person in, writes it into their security log and mails them. Its address may be
 * another than theirs, but must be verified. Idempotent: what is linked already stays, without a word.
 * @throws AddressUnverified | LinkedElsewhere | ProviderInUse
 */
export async function linkAccount(
  ctx: Pick<AppContext, "db" | "systemClock" | "appUrl">,
  { userId, identity, origin }: NewLink,
): Promise<void> {
  const email = verifiedAddress(identity);
  const { provider, providerAccountId } = identity;
  const now = ctx.systemClock.now();
  await ctx.db.transaction(async (tx) => {
    await lockProviderAccount(tx, identity);
    await lockOwner(tx, userId);
    if (!(await insertAccount(tx, { userId, provider, providerAccountId, email, now }))) {
      const owner = await findLinkedUser(tx, identity);
      if (owner?.id === userId) return;
      throw owner ? new LinkedElsewhere() : new ProviderInUse();
    }
    const detail = `${providerNames[provider]}: ${email}`;
    await recordSecurityEvent(tx, { userId, kind: "account_linked", origin, detail, now });
    await tellOwner(tx, ctx, { template: "account-linked", userId, provider, account: email, now });
  });
}
