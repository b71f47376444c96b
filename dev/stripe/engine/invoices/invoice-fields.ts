import type Stripe from "stripe";
import { invalidRequest } from "../../server/stripe-error";
import { type WireInvoice } from "../../store/object-types";
import { type Engine } from "../engine";
import { idOf } from "../field-values";
import { INVOICE_FINALIZES } from "./create-invoice";

export type Chosen = Stripe.InvoiceCreateParams | Stripe.InvoiceUpdateParams;

/** What creating and updating take alike. */
export function chosenFields(engine: Engine, id: string, params: Chosen): Partial<WireInvoice> {
  const finalizesAt = params.automatically_finalizes_at;
  if (finalizesAt !== undefined) {
    if (finalizesAt <= engine.now) {
      throw invalidRequest("`automatically_finalizes_at` must be in the future.", {
        param: "automatically_finalizes_at",
      });
    }
    engine.schedule(INVOICE_FINALIZES, id, finalizesAt);
  }
  return {
    ...(finalizesAt === undefined ? {} : { automatically_finalizes_at: finalizesAt }),
    ...(params.custom_fields === undefined ? {} : { custom_fields: params.custom_fields || null }),
    ...(params.due_date === undefined ? {} : { due_date: params.due_date }),
    ...(params.effective_at === undefined ? {} : { effective_at: params.effective_at || null }),
    ...(params.footer === undefined ? {} : { footer: params.footer || null }),
    ...(params.number === undefined ? {} : { number: params.number || null }),
    ...(params.statement_descriptor === undefined
      ? {}
      : { statement_descriptor: params.statement_descriptor || null }),
  };
}

/** An invoice that is sent says when it is due, one that is charged is due at once. */
export function checkDue(
  engine: Engine,
  params: Pick<Chosen, "days_until_due" | "due_date">,
  method: string,
): void {
  const { days_until_due: days, due_date: date } = params;
  if (method !== "send_invoice") {
    const given = days === undefined ? "due_date" : "days_until_due";
    if (days === undefined && date === undefined) return;
    throw invalidRequest(`\`${given}\` can only be set if \`collection_method=send_invoice\`.`, {
      param: given,
    });
  }
  if (days === undefined && date === undefined) {
    throw invalidRequest("If invoices are sent, you must pass `days_until_due` or `due_date`.", {
      code: "parameter_missing",
      param: "days_until_due",
    });
  }
  if (date !== undefined && date <= engine.now) {
    throw invalidRequest("`due_date` must be in the future.", { param: "due_date" });
  }
}

/** A method that may pay the customer's invoices. */
export function ownMethod(engine: Engine, customer: string, id: string | undefined): string | null {
  if (!id) return null;
  const method = engine.require("payment_method", id, "default_payment_method");
  if (idOf(method.customer) === customer) return id;
  throw invalidRequest(
    `The customer does not have a payment method with the ID ${id}. The payment method must be attached to the customer.`,
    { code: "resource_missing", param: "default_payment_method" },
  );
}
