import { expect, test } from "vitest";
import { withoutSecrets } from "./without-secrets";

test("secrets and addresses of pages without a sign-in are left out, at any depth; all else stays", () => {
  const written = {
    id: "evt_1",
    data: {
      object: {
        ...{ id: "pi_1", client_secret: "pi_1_secret_x", amount: 500, receipt_url: "https://pay.example/r" },
        ...{
          hosted_invoice_url: "https://pay.example/i",
          url: "https://checkout.example",
          invoice_pdf: null,
        },
        lines: { url: "/v1/invoices/in_1/lines", data: [{ secret: "a" }, null, "client_secret"] },
      },
    },
  };
  expect(withoutSecrets(written)).toEqual({
    id: "evt_1",
    data: {
      object: {
        ...{ id: "pi_1", client_secret: "(left out)", amount: 500, receipt_url: "(left out)" },
        ...{ hosted_invoice_url: "(left out)", url: "(left out)", invoice_pdf: null },
        lines: {
          url: "/v1/invoices/in_1/lines",
          data: [{ secret: "(left out)" }, null, "client_secret"],
        },
      },
    },
  });
});
