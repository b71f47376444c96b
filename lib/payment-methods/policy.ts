import type { Actor } from "@/lib/ports/actor";
import type { CardExpiry, GatewayPaymentMethod } from "@/lib/ports/payment-method-gateway";
import { MemberRequired } from "./errors";

/** @throws MemberRequired */
export function memberOf(actor: Actor): string {
  if (actor.kind !== "user") throw new MemberRequired();
  return actor.userId;
}

/** A card works to the end of its month, at its owner's place: a day is given for those west of us. */
export function isExpired(expiry: CardExpiry | null, now: Date): boolean {
  if (!expiry) return false;
  return now.getTime() >= Date.UTC(expiry.year, expiry.month, 2);
}

/** The one to be charged instead of `removedId`: the newest that works; null when none does. */
export function successorOf(
  methods: readonly GatewayPaymentMethod[],
  { removedId, now }: { removedId: string | null; now: Date },
): GatewayPaymentMethod | null {
  const able = methods.filter(
    ({ paymentMethodId, expiry }) => paymentMethodId !== removedId && !isExpired(expiry, now),
  );
  const [first, ...rest] = able;
  if (!first) return null;
  return rest.reduce((newest, method) => (method.createdAt > newest.createdAt ? method : newest), first);
}
