import type Stripe from "stripe";
import { type LineItemParams } from "./line-items";

/** Nobody finished the page in time. */
export const SESSION_EXPIRES = "session_expires";

export type SessionParams = Omit<Stripe.Checkout.SessionCreateParams, "line_items"> & {
  line_items?: LineItemParams[];
};

/** What a session needs once it is finished, and does not show. */
export interface HiddenSession {
  /** Of the card that is saved. */
  allowRedisplay?: Stripe.PaymentMethod.AllowRedisplay;
  paymentIntentData: Stripe.Checkout.SessionCreateParams.PaymentIntentData;
  customerUpdate: Stripe.Checkout.SessionCreateParams.CustomerUpdate;
  subscriptionData: Stripe.Checkout.SessionCreateParams.SubscriptionData;
  /** What a session in subscription mode is paid with. */
  intent: string | null;
}
