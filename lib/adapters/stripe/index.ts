import "server-only";
import type { PaymentGateway } from "@/lib/ports/payment-gateway";
import { catalogMethods } from "./catalog";
import { checkoutMethods } from "./checkouts";
import { customerMethods } from "./customers";
import { disputeMethods } from "./disputes";
import { eventMethods } from "./events";
import { paymentMethods } from "./payments";
import { invoicePaymentMethods } from "./invoice-payment";
import { invoiceMethods } from "./invoices";
import { savedMethods } from "./payment-methods";
import { portalMethods } from "./portal";
import { reconciliationMethods } from "./reconciliation";
import { refundMethods } from "./refunds";
import { savedCardMethods } from "./saved-card-charges";
import { scheduleMethods } from "./schedules";
import { setupMethods } from "./setups";
import { createStripeClient, type StripeSettings } from "./stripe-client";
import { subscriptionMethods } from "./subscriptions";
import { transactionMethods } from "./transactions";

export type { StripeSettings };

/** @throws PaymentGatewayMisconfigured without a webhook secret, or with an empty one */
export function createStripeGateway(settings: StripeSettings): PaymentGateway {
  const stripe = createStripeClient(settings);
  return {
    ...customerMethods(stripe),
    ...checkoutMethods(stripe),
    ...paymentMethods(stripe),
    ...eventMethods(stripe, settings.webhookSecrets),
    ...catalogMethods(stripe),
    ...refundMethods(stripe),
    ...disputeMethods(stripe),
    ...subscriptionMethods(stripe),
    ...scheduleMethods(stripe),
    ...invoiceMethods(stripe),
    ...invoicePaymentMethods(stripe),
    ...savedMethods(stripe),
    ...savedCardMethods(stripe),
    ...setupMethods(stripe),
    ...portalMethods(stripe),
    ...reconciliationMethods(stripe),
    ...transactionMethods(stripe),
  };
}
