import "server-only";

export { getDocumentFile, getDocumentForUser } from "./get-document-file";
export { issueBacklog } from "./issue-backlog";
export { issueCreditNote } from "./issue-credit-note";
export { issueInvoice } from "./issue-invoice";
export { issueReceipt } from "./issue-receipt";
export { listDocumentsOfPayment } from "./queries";
export { reverseCreditNote } from "./reverse-credit-note";
export type { IssuedDocument } from "./types";
