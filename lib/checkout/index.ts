import "server-only";

export { confirmPurchase } from "./confirm-purchase";
export { BuyerRequired, CheckoutNotFound, CheckoutNotOpened } from "./errors";
export { fulfilCheckout, prepareFulfilment, type Convergence } from "./fulfil-checkout";
export { preparePayment } from "./prepare-payment";
export { startCheckout } from "./start-checkout";
export type { Fulfilment, Purchase } from "./types";
