import type Stripe from "stripe";
import { type FieldParams } from "./subscription-fields";
import { type ItemParams } from "./subscription-items";

/** What a subscription is created from; prices described on the spot have wire amounts. */
export type CreateParams = Omit<Stripe.SubscriptionCreateParams, "items"> &
  FieldParams & { items?: ItemParams[] };
