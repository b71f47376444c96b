import "server-only";

export { cardLabel } from "./card-label";
export { getPaymentDetail } from "./get-payment-detail";
export { invoiceLinesSchema } from "./invoice-lines";
export { listBillingRecords } from "./list-billing-records";
export { getPaidMinor, hasProblem } from "./queries";
export { drawFetchNumber, lockBilling, markCredited, saveAttempts, savePaymentLots } from "./repository";
export { savePayment } from "./save-payment";
export type { PaymentSubject } from "./types";
