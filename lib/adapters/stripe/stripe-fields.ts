import { z } from "zod";

/** An id, or the object itself where it was expanded. */
export const requiredIdOf = z.union([z.string(), z.object({ id: z.string() }).transform(({ id }) => id)]);

/** The same of an object that may be missing. */
export const idOf = requiredIdOf.nullish().transform((id) => id ?? null);

/** An amount in minor units. */
export const minor = z.number().int().transform(BigInt);

/** Stripe writes times in whole seconds. */
export const time = z
  .number()
  .int()
  .transform((seconds) => new Date(seconds * 1000));

type Metadata = Readonly<Record<string, string>> | null;

/** What we write on everything that leads to the payment of a checkout; on payments too: their events name no session. */
export function toCheckoutMetadata({
  checkoutId,
  userId,
  creditsMilli,
}: {
  checkoutId: string;
  userId: string;
  creditsMilli: bigint;
}): Record<string, string> {
  return { checkout_id: checkoutId, user_id: userId, credits_milli: creditsMilli.toString() };
}

/** The id of our row, as we wrote it; null in objects that are not ours. */
export function checkoutIdOf(metadata: Metadata): string | null {
  const id = z.uuid().safeParse(metadata?.checkout_id);
  return id.success ? id.data : null;
}

/** The credits agreed at checkout, as we wrote them. */
export function creditsOf(metadata: Metadata): bigint | null {
  const digits = metadata?.credits_milli;
  return digits && /^\d{1,18}$/.test(digits) ? BigInt(digits) : null;
}
