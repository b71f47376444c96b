import { cardOf } from "../engine/card-sources";
import { type Engine } from "../engine/engine";
import { confirmationSecretOf, paymentsOf } from "../engine/invoices/invoice-payments";

type Include = (engine: Engine, object: Record<string, unknown>) => unknown;

/** Lists that are left out of an object until `expand` names them. */
export const INCLUDABLE: Record<string, Record<string, Include>> = {
  "checkout.session": {
    line_items: (engine, { id }) => {
      const page = engine.store.objects.list("item", { parent: String(id), oldestFirst: true, limit: 10 });
      const url = `/v1/checkout/sessions/${String(id)}/line_items`;
      return { object: "list", data: page.data, has_more: page.hasMore, url };
    },
  },
  invoice: {
    confirmation_secret: (engine, { id }) => confirmationSecretOf(engine, String(id)),
    payments: (engine, { id }) => ({
      object: "list",
      data: paymentsOf(engine, String(id)),
      has_more: false,
      url: `/v1/invoice_payments?invoice=${String(id)}`,
    }),
  },
  customer: {
    default_source: (engine, { default_source: id }) => {
      const method = engine.store.objects.find("payment_method", typeof id === "string" ? id : "");
      return method && cardOf(engine, method);
    },
  },
  charge: {
    refunds: (engine, { id }) => {
      const page = engine.store.objects.list("refund", { where: { charge: String(id) }, limit: 10 });
      return {
        object: "list",
        data: page.data,
        has_more: page.hasMore,
        url: `/v1/charges/${String(id)}/refunds`,
      };
    },
  },
};
