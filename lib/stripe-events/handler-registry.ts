import type { EventHandler } from "./types";
import { handleChargeDisputeClosed } from "./handlers/charge-dispute-closed";
import { handleChargeDisputeCreated } from "./handlers/charge-dispute-created";
import { handleChargeDisputeFundsReinstated } from "./handlers/charge-dispute-funds-reinstated";
import { handleChargeDisputeFundsWithdrawn } from "./handlers/charge-dispute-funds-withdrawn";
import { handleChargeDisputeUpdated } from "./handlers/charge-dispute-updated";
import { handleCheckoutSessionAsyncPaymentFailed } from "./handlers/checkout-session-async-payment-failed";
import { handleCheckoutSessionAsyncPaymentSucceeded } from "./handlers/checkout-session-async-payment-succeeded";
import { handleCheckoutSessionCompleted } from "./handlers/checkout-session-completed";
import { handleCheckoutSessionExpired } from "./handlers/checkout-session-expired";
import { handleCustomerDeleted } from "./handlers/customer-deleted";
import { handleCustomerSubscriptionCreated } from "./handlers/customer-subscription-created";
import { handleCustomerSubscriptionDeleted } from "./handlers/customer-subscription-deleted";
import { handleCustomerSubscriptionPaused } from "./handlers/customer-subscription-paused";
import { handleCustomerSubscriptionPendingUpdateApplied } from "./handlers/customer-subscription-pending-update-applied";
import { handleCustomerSubscriptionPendingUpdateExpired } from "./handlers/customer-subscription-pending-update-expired";
import { handleCustomerSubscriptionResumed } from "./handlers/customer-subscription-resumed";
import { handleCustomerSubscriptionTrialWillEnd } from "./handlers/customer-subscription-trial-will-end";
import { handleCustomerSubscriptionUpdated } from "./handlers/customer-subscription-updated";
import { handleCustomerUpdated } from "./handlers/customer-updated";
import { handleInvoiceFinalizationFailed } from "./handlers/invoice-finalization-failed";
import { handleInvoiceMarkedUncollectible } from "./handlers/invoice-marked-uncollectible";
import { handleInvoicePaid } from "./handlers/invoice-paid";
import { handleInvoicePaymentActionRequired } from "./handlers/invoice-payment-action-required";
import { handleInvoicePaymentFailed } from "./handlers/invoice-payment-failed";
import { handleInvoiceUpcoming } from "./handlers/invoice-upcoming";
import { handleInvoiceVoided } from "./handlers/invoice-voided";
import { handlePaymentIntentPaymentFailed } from "./handlers/payment-intent-payment-failed";
import { handlePaymentIntentSucceeded } from "./handlers/payment-intent-succeeded";
import { handlePriceCreated } from "./handlers/price-created";
import { handlePriceDeleted } from "./handlers/price-deleted";
import { handlePriceUpdated } from "./handlers/price-updated";
import { handleProductCreated } from "./handlers/product-created";
import { handleProductDeleted } from "./handlers/product-deleted";
import { handleProductUpdated } from "./handlers/product-updated";
import { handleRadarEarlyFraudWarningCreated } from "./handlers/radar-early-fraud-warning-created";
import { handleRadarEarlyFraudWarningUpdated } from "./handlers/radar-early-fraud-warning-updated";
import { handleRefundCreated } from "./handlers/refund-created";
import { handleRefundFailed } from "./handlers/refund-failed";
import { handleRefundUpdated } from "./handlers/refund-updated";
import { handleSubscriptionScheduleAborted } from "./handlers/subscription-schedule-aborted";
import { handleSubscriptionScheduleCanceled } from "./handlers/subscription-schedule-canceled";
import { handleSubscriptionScheduleCompleted } from "./handlers/subscription-schedule-completed";
import { handleSubscriptionScheduleCreated } from "./handlers/subscription-schedule-created";
import { handleSubscriptionScheduleReleased } from "./handlers/subscription-schedule-released";
import { handleSubscriptionScheduleUpdated } from "./handlers/subscription-schedule-updated";

const handlers: ReadonlyMap<string, EventHandler> = new Map([
  ["charge.dispute.closed", handleChargeDisputeClosed],
  ["charge.dispute.created", handleChargeDisputeCreated],
  ["charge.dispute.funds_reinstated", handleChargeDisputeFundsReinstated],
  ["charge.dispute.funds_withdrawn", handleChargeDisputeFundsWithdrawn],
  ["charge.dispute.updated", handleChargeDisputeUpdated],
  ["checkout.session.async_payment_failed", handleCheckoutSessionAsyncPaymentFailed],
  ["checkout.session.async_payment_succeeded", handleCheckoutSessionAsyncPaymentSucceeded],
  ["checkout.session.completed", handleCheckoutSessionCompleted],
  ["checkout.session.expired", handleCheckoutSessionExpired],
  ["customer.deleted", handleCustomerDeleted],
  ["customer.subscription.created", handleCustomerSubscriptionCreated],
  ["customer.subscription.deleted", handleCustomerSubscriptionDeleted],
  ["customer.subscription.paused", handleCustomerSubscriptionPaused],
  ["customer.subscription.pending_update_applied", handleCustomerSubscriptionPendingUpdateApplied],
  ["customer.subscription.pending_update_expired", handleCustomerSubscriptionPendingUpdateExpired],
  ["customer.subscription.resumed", handleCustomerSubscriptionResumed],
  ["customer.subscription.trial_will_end", handleCustomerSubscriptionTrialWillEnd],
  ["customer.subscription.updated", handleCustomerSubscriptionUpdated],
  ["customer.updated", handleCustomerUpdated],
  ["invoice.finalization_failed", handleInvoiceFinalizationFailed],
  ["invoice.marked_uncollectible", handleInvoiceMarkedUncollectible],
  ["invoice.paid", handleInvoicePaid],
  ["invoice.payment_action_required", handleInvoicePaymentActionRequired],
  ["invoice.payment_failed", handleInvoicePaymentFailed],
  ["invoice.upcoming", handleInvoiceUpcoming],
  ["invoice.voided", handleInvoiceVoided],
  ["payment_intent.payment_failed", handlePaymentIntentPaymentFailed],
  ["payment_intent.succeeded", handlePaymentIntentSucceeded],
  ["price.created", handlePriceCreated],
  ["price.deleted", handlePriceDeleted],
  ["price.updated", handlePriceUpdated],
  ["product.created", handleProductCreated],
  ["product.deleted", handleProductDeleted],
  ["product.updated", handleProductUpdated],
  ["radar.early_fraud_warning.created", handleRadarEarlyFraudWarningCreated],
  ["radar.early_fraud_warning.updated", handleRadarEarlyFraudWarningUpdated],
  ["refund.created", handleRefundCreated],
  ["refund.failed", handleRefundFailed],
  ["refund.updated", handleRefundUpdated],
  ["subscription_schedule.aborted", handleSubscriptionScheduleAborted],
  ["subscription_schedule.canceled", handleSubscriptionScheduleCanceled],
  ["subscription_schedule.completed", handleSubscriptionScheduleCompleted],
  ["subscription_schedule.created", handleSubscriptionScheduleCreated],
  ["subscription_schedule.released", handleSubscriptionScheduleReleased],
  ["subscription_schedule.updated", handleSubscriptionScheduleUpdated],
]);

/** The event types that change something here. */
export const handledEventTypes: readonly string[] = [...handlers.keys()];

export function findHandler(type: string): EventHandler | null {
  return handlers.get(type) ?? null;
}
