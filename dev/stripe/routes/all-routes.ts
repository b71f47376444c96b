import { billingPortalRoutes } from "./billing-portal";
import { cardSourceRoutes } from "./card-sources";
import { chargeRoutes } from "./charges";
import { checkoutSessionRoutes } from "./checkout-sessions";
import { couponRoutes } from "./coupons";
import { creditNoteRoutes } from "./credit-notes";
import { customerBalanceRoutes } from "./customer-balance";
import { customerRoutes } from "./customers";
import { discountRoutes } from "./discounts";
import { disputeRoutes } from "./disputes";
import { eventRoutes } from "./events";
import { invoiceItemRoutes } from "./invoice-items";
import { invoicePaymentRoutes } from "./invoice-payments";
import { invoiceRoutes } from "./invoices";
import { paymentIntentRoutes } from "./payment-intents";
import { paymentMethodRoutes } from "./payment-methods";
import { paymentPageRoutes } from "./payment-pages";
import { planRoutes } from "./plans";
import { priceRoutes } from "./prices";
import { productRoutes } from "./products";
import { refundRoutes } from "./refunds";
import { type Behaviour } from "./route";
import { setupIntentRoutes } from "./setup-intents";
import { subscriptionItemRoutes } from "./subscription-items";
import { subscriptionScheduleRoutes } from "./subscription-schedules";
import { subscriptionRoutes } from "./subscriptions";
import { testClockRoutes } from "./test-clocks";
import { webhookEndpointRoutes } from "./webhook-endpoints";

/** Everything the stand-in can do. Every other route of the contract answers 501. */
export const ALL_ROUTES: Behaviour[] = [
  ...billingPortalRoutes,
  ...cardSourceRoutes,
  ...chargeRoutes,
  ...checkoutSessionRoutes,
  ...couponRoutes,
  ...creditNoteRoutes,
  ...customerBalanceRoutes,
  ...customerRoutes,
  ...discountRoutes,
  ...disputeRoutes,
  ...eventRoutes,
  ...invoiceItemRoutes,
  ...invoicePaymentRoutes,
  ...invoiceRoutes,
  ...paymentIntentRoutes,
  ...paymentMethodRoutes,
  ...paymentPageRoutes,
  ...planRoutes,
  ...priceRoutes,
  ...productRoutes,
  ...refundRoutes,
  ...setupIntentRoutes,
  ...subscriptionItemRoutes,
  ...subscriptionRoutes,
  ...subscriptionScheduleRoutes,
  ...testClockRoutes,
  ...webhookEndpointRoutes,
];
