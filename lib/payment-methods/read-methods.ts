import { findStripeCustomer } from "@/lib/customers";
import type { MethodOwner, SavedPaymentMethods } from "@/lib/ports/payment-method-gateway";
import { PaymentObjectMissing } from "@/lib/ports/payment-gateway-errors";
import { getPlan } from "@/lib/subscriptions";
import type { MemberContext } from "./member-context";

export interface OwnMethods extends SavedPaymentMethods {
  userId: string;
  /** Null before the first purchase, and when Stripe has deleted the customer. */
  owner: MethodOwner | null;
  /** Whether a subscription lives that is paid with them. */
  hasPlan: boolean;
}

/** What Stripe has of this member, and the plan that is paid with it. */
export async function readMethods(
  { db, payments }: Pick<MemberContext, "db" | "payments">,
  userId: string,
): Promise<OwnMethods> {
  const [stripeCustomerId, plan] = await Promise.all([findStripeCustomer(db, userId), getPlan(db, userId)]);
  const none = { userId, owner: null, hasPlan: plan !== null, methods: [], defaultId: null };
  if (!stripeCustomerId) return none;
  const owner = { stripeCustomerId, stripeSubscriptionId: plan?.stripeSubscriptionId ?? null };
  try {
    return { ...none, owner, ...(await payments.listPaymentMethods(owner)) };
  } catch (error) {
    if (error instanceof PaymentObjectMissing) return none;
    throw error;
  }
}
