import { clockOfObject } from "../../engine/clock-of";
import { Engine } from "../../engine/engine";
import { openIntentOf } from "../../engine/invoices/invoice-payments";
import { payInvoice } from "../../engine/invoices/pay-invoice";
import { type CardInput, createCardMethod } from "../../engine/payment-methods";
import { type LocalResponse, redirect } from "../../server/messages";
import { checkCardForm, EMPTY_FORM, readCardForm } from "../card-form";
import { htmlPage } from "../document";
import { messagePage } from "../message-page";
import { type PageHandler, type PageParts } from "../page-parts";
import { InvoicePage, type PaymentState } from "./invoice-page";
import { type InvoiceView, viewInvoice } from "./invoice-view";

/** `invoice.hosted_invoice_url` */
export const showInvoice: PageHandler = (parts, _request, id) => {
  const view = viewInvoice(new Engine(parts.engine), id);
  return view ? render(view, { form: EMPTY_FORM, problems: {}, alert: null }) : unknownInvoice();
};

export const submitInvoice: PageHandler = (parts, request, id) => {
  const engine = new Engine(parts.engine);
  const view = viewInvoice(engine, id);
  if (!view) return unknownInvoice();
  if (view.invoice.status !== "open" && view.invoice.status !== "uncollectible") return redirect(`/i/${id}`);
  const form = readCardForm(request.body);
  const checked = checkCardForm(form, { now: engine.now, takesCard: true, takesEmail: false });
  if (!checked.ok) {
    const alert = checked.problems.number?.includes("declined") ? checked.problems.number : null;
    return render(view, { form, problems: checked.problems, alert });
  }
  if (!checked.card) return render(view, { form, problems: {}, alert: null });
  const outcome = pay(parts, view, { ...checked.card, billing: { name: form.name } });
  parts.worker.kick();
  if (typeof outcome !== "string") return redirect(outcome.to);
  return render(viewInvoice(engine, id) ?? view, { form, problems: {}, alert: outcome });
};

/** Where the browser goes next, or why the card was refused. */
function pay(parts: PageParts, { invoice }: InvoiceView, card: CardInput): { to: string } | string {
  const engine = new Engine(parts.engine);
  return engine.store.transaction(() =>
    engine.inTimeOf(clockOfObject(engine.store, invoice.id), () => {
      const method = createCardMethod(engine, card);
      const page = engine.pageUrl(`/i/${invoice.id}`);
      const outcome = payInvoice(engine, invoice, { method: method.id, offSession: false, returnUrl: page });
      if (outcome.failure) return outcome.failure.message;
      const waiting = outcome.actionRequired ? openIntentOf(engine, invoice.id) : null;
      return { to: waiting ? `/authenticate/${waiting.id}` : page };
    }),
  );
}

function render(view: InvoiceView, payment: PaymentState): LocalResponse {
  const body = <InvoicePage view={view} payment={payment} />;
  return htmlPage({ title: `Invoice ${view.invoice.number ?? ""}`, body, script: "checkout-form" });
}

function unknownInvoice(): LocalResponse {
  return messagePage({ title: "No such invoice", text: "Check the address.", status: 404 });
}
