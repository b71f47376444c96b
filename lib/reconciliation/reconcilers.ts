import { disputes } from "./matters/disputes";
import { invoices } from "./matters/invoices";
import { payments } from "./matters/payments";
import { refunds } from "./matters/refunds";
import { subscriptions } from "./matters/subscriptions";
import { toReconciler, type Reconciler } from "./reconciler";
import type { ReconciledObject } from "./types";

export const reconcilers: Readonly<Record<ReconciledObject, Reconciler>> = {
  subscription: toReconciler(subscriptions),
  invoice: toReconciler(invoices),
  payment: toReconciler(payments),
  refund: toReconciler(refunds),
  dispute: toReconciler(disputes),
};
