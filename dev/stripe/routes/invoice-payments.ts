import type Stripe from "stripe";
import { listPage, PAGING, type PagingParams } from "./list-route";
import { type Behaviour, route } from "./route";

export const invoicePaymentRoutes: Behaviour[] = [
  route("GET /v1/invoice_payments/{id}", [], ({ engine, id }) => engine.require("invoice_payment", id)),
  route<Omit<Stripe.InvoicePaymentListParams, "limit"> & PagingParams>(
    "GET /v1/invoice_payments",
    [...PAGING, "created", "invoice", "payment.payment_intent", "payment.type", "status"],
    (call) => {
      const { created, invoice, payment, status } = call.params;
      return listPage(call, "invoice_payment", {
        where: {
          "payment.payment_intent": payment?.payment_intent,
          invoice,
          status,
          "payment.type": payment?.type,
        },
        ...(created === undefined ? {} : { created }),
      });
    },
  ),
];
