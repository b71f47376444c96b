import { convergeCatalog } from "./convergers/converge-catalog";
import { convergeCheckout } from "./convergers/converge-checkout";
import { convergeCustomer } from "./convergers/converge-customer";
import { convergeDispute } from "./convergers/converge-dispute";
import { convergeFraudWarning } from "./convergers/converge-fraud-warning";
import { convergeInvoice } from "./convergers/converge-invoice";
import { convergePayment } from "./convergers/converge-payment";
import { convergeRefund } from "./convergers/converge-refund";
import { convergeSubscriptions } from "./convergers/converge-subscriptions";
import type { Converger, TargetKind } from "./types";

/** How each kind of object is made equal to what Stripe says. */
export const convergers: Readonly<Record<TargetKind, Converger>> = {
  catalog: convergeCatalog,
  customer: convergeCustomer,
  subscriptions: convergeSubscriptions,
  checkout: convergeCheckout,
  invoice: convergeInvoice,
  payment: convergePayment,
  refund: convergeRefund,
  dispute: convergeDispute,
  fraud_warning: convergeFraudWarning,
};
