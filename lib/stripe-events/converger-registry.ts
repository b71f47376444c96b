import { convergeCheckout } from "./convergers/converge-checkout";
import { convergePayment } from "./convergers/converge-payment";
import type { Converger, TargetKind } from "./types";

/** How each kind of object is made equal to what Stripe says. */
export const convergers: Readonly<Record<TargetKind, Converger>> = {
  checkout: convergeCheckout,
  payment: convergePayment,
};
