import "server-only";

export { confirmPurchase } from "./confirm-purchase";
export { CheckoutNotFound } from "./errors";
export { fulfilCheckout, prepareFulfilment } from "./fulfil-checkout";
export { preparePayment } from "./prepare-payment";
export { startCheckout, startPlanCheckout } from "./start-checkout";
export type { Purchase } from "./types";
