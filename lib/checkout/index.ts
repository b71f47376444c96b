import "server-only";

export { confirmPurchase } from "./confirm-purchase";
export { CheckoutNotFound } from "./errors";
export { fulfilCheckout, prepareFulfilment } from "./fulfil-checkout";
export { preparePayment } from "./prepare-payment";
export { startCheckout } from "./start-checkout";
export type { Purchase } from "./types";
