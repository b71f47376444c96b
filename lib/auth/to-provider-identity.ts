import { z } from "zod";
import type { LinkedProvider, ProviderIdentity } from "@/lib/linked-accounts/types";

const address = {
  email: z.string().max(320).nullable().catch(null),
  // Anything but a plain yes is a no.
  email_verified: z.literal(true).or(z.literal(false)).catch(false),
  name: z.string().nullable().catch(null),
};
const googleSchema = z.object({ ...address, sub: z.string().min(1).max(255) });
const gitHubSchema = z.object({ ...address, id: z.int().positive() });

/**
 * What a provider's profile says.
 * @throws ZodError when it does not even say whose it is
 */
export function toProviderIdentity(provider: LinkedProvider, profile: unknown): ProviderIdentity {
  const { id, ...said } =
    provider === "google"
      ? (({ sub, ...rest }) => ({ id: sub, ...rest }))(googleSchema.parse(profile))
      : (({ id: number, ...rest }) => ({ id: String(number), ...rest }))(gitHubSchema.parse(profile));
  return {
    provider,
    providerAccountId: id,
    email: said.email,
    emailVerified: said.email_verified,
    name: said.name,
  };
}
