import "server-only";

export { applyEarlierRefunds } from "./apply-earlier-refunds";
export { clawBack, giveBack } from "./claw-back";
export { approveRefund, declineRefund, withdrawRefund } from "./decide-refund";
export { ApprovalRequired, PaymentNotFound } from "./errors";
export { leftToRefund } from "./left-to-refund";
export { listRefundRequests } from "./list-refund-requests";
export { isMoreThanAlone } from "./needs-approval";
export { openCreditNote } from "./open-credit-note";
export { openRefund } from "./open-refund";
export { previewRefund } from "./preview-refund";
export { refundRest } from "./refund-rest";
export {
  findRefund,
  findReturnedPayment,
  getReturnedPayment,
  isPaymentKnown,
  recountRefunded,
  type ReturnedPayment,
} from "./repository";
export { requestRefund } from "./request-refund";
export { sendRefund } from "./send-refund";
export { sendUnsentRefunds } from "./send-unsent-refunds";
export { prepareRefund } from "./settle-refund";
export { viewRefundRequest } from "./view-refund-request";
export { viewRefunds } from "./view-refunds";
