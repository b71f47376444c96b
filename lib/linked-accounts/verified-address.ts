import { normaliseEmail } from "@/lib/users";
import { AddressUnverified } from "./errors";
import type { ProviderIdentity } from "./types";

/**
 * The address that the provider vouches for, as we write addresses.
 * @throws AddressUnverified also for what is no single address
 */
export function verifiedAddress({ email, emailVerified }: ProviderIdentity): string {
  const address = emailVerified && email ? normaliseEmail(email) : null;
  if (!address) throw new AddressUnverified();
  return address;
}
