import "server-only";

export { confirmPurchase } from "./confirm-purchase";
export { CheckoutNotFound } from "./errors";
export { fulfilCheckout, prepareFulfilment } from "./fulfil-checkout";
export { preparePayment } from "./prepare-payment";
export { prepareRegistration } from "./register-payment";
export { findCheckout } from "./repository";
export { startCheckout, startPlanCheckout } from "./start-checkout";
export { beginWithoutSession, giveUpWithoutSession } from "./without-session";
export type { Purchase } from "./types";
