import type { AppContext } from "@/lib/context";
import { recordSecurityEvent, type EventOrigin } from "@/lib/security-log";
import { AccountSuspended, createVerifiedMember } from "@/lib/users";
import { AddressTaken } from "./errors";
import { findLinkedUser } from "./queries";
import { insertAccount, lockProviderAccount } from "./repository";
import { providerNames, type ProviderIdentity } from "./types";
import { verifiedAddress } from "./verified-address";

/**
 * Whom an account at a provider signs in: the person it is linked to, or a new verified member without a password when
 * its address belongs to nobody. It never becomes another way into an account that is there, whatever its address.
 * Parallel calls for one account make one member.
 * @throws AddressUnverified | AddressTaken | AccountSuspended
 */
export async function signInByProvider(
  { db, systemClock }: Pick<AppContext, "db" | "systemClock">,
  identity: ProviderIdentity,
  origin: EventOrigin,
): Promise<{ userId: string; isNew: boolean }> {
  return db.transaction(async (tx) => {
    await lockProviderAccount(tx, identity);
    const linked = await findLinkedUser(tx, identity);
    if (linked?.suspendedAt) throw new AccountSuspended();
    if (linked) return { userId: linked.id, isNew: false };
    const { provider, providerAccountId, name } = identity;
    const email = verifiedAddress(identity);
    const now = systemClock.now();
    const userId = await createVerifiedMember(tx, { email, name, now });
    if (!userId) throw new AddressTaken();
    await insertAccount(tx, { userId, provider, providerAccountId, email, now });
    const detail = `${providerNames[provider]}: ${email}`;
    await recordSecurityEvent(tx, { userId, kind: "account_linked", origin, detail, now });
    return { userId, isNew: true };
  });
}
