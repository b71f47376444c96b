import "server-only";

export { investigateId, type Finding } from "./investigate-id";
export type { Investigation } from "./investigation";
export { readStripeSide } from "./read-stripe-side";
export { searchStripe } from "./search-stripe";
export { searchTransactions } from "./search-transactions";
export { toTimeline } from "./to-timeline";
export { findPaymentOf, viewPayment } from "./view-payment";
