import { type LocalRequest, type LocalResponse } from "../server/messages";
import { findAsset } from "./assets";
import { showAuthentication, submitAuthentication } from "./authenticate";
import { showSetupAuthentication, submitSetupAuthentication } from "./authenticate-setup";
import { showCheckout, submitCheckout } from "./checkout";
import { messagePage } from "./message-page";
import { type PageHandler, type PageParts } from "./page-parts";
import { showPaymentElement } from "./payment-element";
import { showReceipt } from "./receipt";
import { findStripeJs } from "./stripe-js";

const PAGES: [method: string, path: RegExp, handler: PageHandler][] = [
  ["GET", /^\/c\/pay\/(cs_test_\w+)$/, showCheckout],
  ["POST", /^\/c\/pay\/(cs_test_\w+)$/, submitCheckout],
  ["GET", /^\/authenticate\/(pi_\w+)$/, showAuthentication],
  ["POST", /^\/authenticate\/(pi_\w+)$/, submitAuthentication],
  ["GET", /^\/authenticate\/(seti_\w+)$/, showSetupAuthentication],
  ["POST", /^\/authenticate\/(seti_\w+)$/, submitSetupAuthentication],
  ["GET", /^\/receipts\/(ch_\w+)$/, showReceipt],
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
