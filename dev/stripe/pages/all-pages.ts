import { redirect, type LocalRequest, type LocalResponse } from "../server/messages";
import { findAsset } from "./assets";
import { showAuthentication, submitAuthentication } from "./authenticate";
import { showSetupAuthentication, submitSetupAuthentication } from "./authenticate-setup";
import { showCheckout, submitCheckout } from "./checkout";
import { showCreditNotePdf } from "./invoice/credit-note-pdf";
import { showInvoice, submitInvoice } from "./invoice/invoice";
import { showInvoicePdf } from "./invoice/invoice-pdf";
import { messagePage } from "./message-page";
import { type PageHandler, type PageParts } from "./page-parts";
import { showPaymentElement } from "./payment-element";
import { handlePortal } from "./portal/portal";
import { submitPromotionCode } from "./submit-promotion-code";
import { showReceipt } from "./receipt";
import { findStripeJs } from "./stripe-js";

const PAGES: [method: string, path: RegExp, handler: PageHandler][] = [
  ["GET", /^\/c\/pay\/(cs_test_\w+)$/, showCheckout],
  ["POST", /^\/c\/pay\/(cs_test_\w+)$/, submitCheckout],
  ["POST", /^\/c\/pay\/(cs_test_\w+)\/promotion$/, submitPromotionCode],
  ["GET", /^\/authenticate\/(pi_\w+)$/, showAuthentication],
  ["POST", /^\/authenticate\/(pi_\w+)$/, submitAuthentication],
  ["GET", /^\/authenticate\/(seti_\w+)$/, showSetupAuthentication],
  ["POST", /^\/authenticate\/(seti_\w+)$/, submitSetupAuthentication],
  ["GET", /^\/p\/session\/(bps_\w+)(?:\/.*)?$/, handlePortal],
  ["POST", /^\/p\/session\/(bps_\w+)(?:\/.*)?$/, handlePortal],
  ["GET", /^\/i\/(in_\w+)$/, showInvoice],
  ["POST", /^\/i\/(in_\w+)$/, submitInvoice],
  ["GET", /^\/i\/(in_\w+)\/pdf$/, showInvoicePdf],
  ["GET", /^\/credit_notes\/(cn_\w+)\/pdf$/, showCreditNotePdf],
  ["GET", /^\/receipts\/(ch_\w+)$/, showReceipt],
  // Where Stripe's dashboard has them in test mode.
  [
    "GET",
    /^\/test\/(?:payments|disputes)\/(\w+)$/,
    (_parts, _request, id) => redirect(`/_emulator/browse?id=${id}`),
  ],
];

/** Everything a browser is sent to. */
export async function handlePage(parts: PageParts, request: LocalRequest): Promise<LocalResponse> {
  const asset = findAsset(request.path) ?? findStripeJs(request.path, parts.engine.origin());
  if (asset) return asset;
  if (request.path === "/elements/payment") return showPaymentElement(request);
  for (const [method, path, handler] of PAGES) {
    const id = request.method === method ? path.exec(request.path)?.[1] : undefined;
    if (id !== undefined) return handler(parts, request, id);
  }
  return messagePage({ title: "Page not found", text: "The local Stripe has no such page.", status: 404 });
}
